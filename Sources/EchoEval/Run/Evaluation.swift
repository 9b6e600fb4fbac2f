import EchoCore
import EchoIndex
import EchoService

/// Runs protocols over a labelled set.
public struct Evaluation: Sendable {
    /// What to measure.
    public var measured: EvalProtocol
    /// Which draws the intervals come from.
    public var bootstrap = PatientBootstrap()
    /// Days on either side of a transition's event.
    public var window = Evaluation.usualWindow
    /// Only studies of this split; `nil` for all.
    public var split: String?
    /// What the model was trained on; `nil` where it does not say.
    public var training: TrainingRecord?
    /// What the shortcut check compares.
    public var shortcuts = ShortcutIndexes()

    /// The paper's window, days.
    public static let usualWindow = 200.0

    /// Measures everything that one protocol names.
    public init(_ measured: EvalProtocol) { self.measured = measured }

    /// Measures.
    ///
    /// - Throws: ``EvalError``, `IndexError`, `ReadingError`, and what the source's closures throw. A metric that
    ///   cannot be measured is in the report, with why.
    public func run(
        _ labels: LabelSet, source: EvalSource, progress: (EvalProgress) -> Void = { _ in }
    ) async throws -> EvalReport {
        let labels = try chosen(labels)
        try training?.check(labels)
        if let others = shortcuts.labels { try training?.check(others) }
        let archive = try await EvalArchive(labels, in: source.index)
        var part = EvalPart()
        for one in measured.parts {
            let total = archive.studies.count
            part.append(
                try await self.part(one, archive, labels, source) { done in
                    progress(EvalProgress(part: one, done: min(done, total), total: total))
                })
            progress(EvalProgress(part: one, done: total, total: total))
        }
        let stamps = try await stamps(of: source.index)
        let notices = Set(stamps.compactMap(\.modelNotice)).sorted().joined(separator: "; ")
        if !notices.isEmpty { part.figures = part.figures.map { $0.noted(notices) } }
        return EvalReport(
            measured: measured, part: part, studies: archive.studies.count,
            patients: Set(archive.studies.map(\.labels.patient)).count, unmatched: archive.unmatched,
            split: split, bootstrap: bootstrap, trainingCheck: trainingWords(labels),
            stamps: stamps)
    }

    /// The models behind the vectors, each once, that of the prompts first.
    private func stamps(of index: StudyIndex) async throws -> [ModelStamp] {
        var found: [ModelStamp] = []
        for slot in measured.slots {
            let stamp = ModelStamp(try await index.space(serving: slot))
            if !found.contains(where: { $0.fingerprint == stamp.fingerprint }) { found.append(stamp) }
        }
        return found
    }

    private func part(
        _ one: EvalProtocol, _ archive: EvalArchive, _ labels: LabelSet, _ source: EvalSource,
        _ progress: (Int) -> Void
    ) async throws -> EvalPart {
        switch one {
        case .zeroShot:
            try await ZeroShotProtocol(bootstrap: bootstrap).run(archive, source: source, progress: progress)
        case .identity: IdentityProtocol(bootstrap: bootstrap).run(try await archive.embedded())
        case .transitions:
            TransitionProtocol(bootstrap: bootstrap, window: window).run(try await archive.embedded())
        case .retrieval:
            try await RetrievalProtocol(bootstrap: bootstrap).run(archive, try await archive.embedded())
        case .shortcuts: try await shortcutPart(archive, labels, source, progress)
        case .all: EvalPart()
        }
    }

    private func chosen(_ labels: LabelSet) throws(EvalError) -> LabelSet {
        guard let split else { return labels }
        var labels = labels
        let available = Set(labels.studies.compactMap(\.split)).sorted()
        labels.studies = labels.studies.filter { $0.split == split }
        guard !labels.studies.isEmpty else { throw .noSplit(available: available) }
        return labels
    }

    private func trainingWords(_ labels: LabelSet) -> String {
        guard let training else {
            return "The model does not say which patients it was trained on, so that was not checked."
        }
        let silent = training.silent.map { " The model \($0) does not say what it was trained on." }
        return
            "Checked: none of the patients and seeds is among the \(training.patients.count) patient entries "
            + "and \(training.seeds.count) seeds that the model was trained and tuned on." + silent.joined()
    }
}
