public import EchoCore
public import EchoIndex
import EchoReading

/// Puts every prompt set to every study, in the background, so that one study's answers can be shown with their
/// place in the archive.
public actor FindingsBoard {
    /// Between two looks for new studies.
    static let pause = Duration.seconds(2)
    /// Between two looks at the prompt sets' files.
    static let setsLifetime = Duration.seconds(15)

    private let index: StudyIndex
    private let workspace: Workspace
    private var board = ScoreBoard()
    private var sets: (held: EncodedSets, until: ContinuousClock.Instant)?
    private var state = ""
    private var isComplete = false

    /// - Parameter workspace: one that keeps its models loaded.
    public init(index: StudyIndex, workspace: Workspace) {
        self.index = index
        self.workspace = workspace
    }

    /// Scores studies that are new or have changed, until the task is cancelled; what fails is tried again.
    ///
    /// - Parameter tell: as ``refresh(telling:)``.
    public func run(
        telling tell: @escaping @Sendable (StudyID, FailureReport) -> Void = { _, _ in }
    ) async {
        while !Task.isCancelled {
            try? await refresh(telling: tell)
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// Scores studies that are new or have changed; one that does not read holds up no other.
    ///
    /// - Parameter tell: is told of each study that stays without scores until its clips change, and why.
    /// - Throws: `IndexError/busy`, `CancellationError`; what keeps the prompt sets from being embedded.
    public func refresh(
        telling tell: @Sendable (StudyID, FailureReport) -> Void = { _, _ in }
    ) async throws {
        let sets = try await encodedSets()
        let now = index.stateMark()
        if isComplete, now == state { return }
        let marks = try await index.clipMarks()
        var isWhole = true
        for study in board.outdated(by: marks) {
            isComplete = false
            guard let mark = marks[study] else { continue }
            try Task.checkCancellation()
            do {
                guard let stored = try await known(study) else { continue }
                let scores = try await Self.scores(
                    of: stored, sets, Archive(index: index, space: sets.space))
                board.set(scores, of: study, mark: mark)
            } catch let failure as any EchoFailure {
                switch failure.report.kind {
                case .busy, .cancelled: throw failure
                // The disk or the system: tried again with the next look.
                case .systemError, .denied: isWhole = false
                default:
                    board.set(nil, of: study, mark: mark)
                    tell(study, failure.report)
                }
            }
        }
        (state, isComplete) = (now, isWhole)
    }

    /// One study's answer to every prompt set about findings, and its clips' to those about views.
    ///
    /// - Throws: `IndexError`, `ModelError`, `ReadingError`.
    public func findings(of study: StoredStudy) async throws -> StudyFindings {
        let sets = try await encodedSets()
        let answers = try await Self.answers(of: study, sets, Archive(index: index, space: sets.space))
        var findings: [StudyFinding] = []
        var notScored: [StudyFindings.Unscored] = []
        for (set, answer) in zip(sets.findings.map(\.set), answers.findings) {
            if let answer {
                let percentile = board.percentile(of: answer.result.score, set: set.name)
                findings.append(
                    StudyFinding(set, answer.result, percentile: percentile, evidence: answer.evidence))
            } else {
                notScored.append(
                    StudyFindings.Unscored(
                        set: set.name, title: set.title,
                        reason: "The study has no clip of a kind and view that this is asked of."))
            }
        }
        return StudyFindings(
            study: study.id, findings: findings, notScored: notScored, views: answers.views,
            comparedWith: board.count, isComplete: isComplete && index.stateMark() == state,
            stamp: ModelStamp(sets.space))
    }

    /// Two studies' answers beside each other, in the order of the sets.
    ///
    /// - Throws: `IndexError`, `ModelError`, `ReadingError`.
    public func changes(from first: StudyID, to second: StudyID) async throws -> [FindingChange] {
        let one = try await findings(of: try await index.study(resolving: first.text)).findings
        let two = try await findings(of: try await index.study(resolving: second.text)).findings
        return try await encodedSets().findings.map { set in
            FindingChange(
                set.set, first: one.first { $0.set == set.set.name },
                second: two.first { $0.set == set.set.name })
        }
    }

    private func known(_ study: StudyID) async throws -> StoredStudy? {
        try await index.knownStudy(study.text)
    }

    private func encodedSets() async throws -> EncodedSets {
        if let sets, sets.until > .now { return sets.held }
        let space = try await index.space(serving: .prompt)
        let library = workspace.promptLibrary(for: try? workspace.installedModel(for: space))
        let fresh = try await EncodedSets(
            library, space: space, workspace: workspace, known: sets?.held)
        if let held = sets?.held, !held.asks(sameAs: fresh) {
            board.clear()
            isComplete = false
        }
        sets = (fresh, .now + Self.setsLifetime)
        return fresh
    }

    private struct Answers {
        /// One a set about findings, in their order; `nil` where the study has no clip for it.
        let findings: [Answer?]
        let views: [LikelyView]
    }

    private struct Answer {
        let result: AskResult
        let evidence: [FrameEvidence]
    }

    @concurrent
    private static func scores(
        of study: StoredStudy, _ sets: EncodedSets, _ archive: Archive
    ) async throws -> [String: Float] {
        try sets.scores(of: try await archive.vectors(of: study, withFrames: true))
    }

    @concurrent
    private static func answers(
        of study: StoredStudy, _ sets: EncodedSets, _ archive: Archive
    ) async throws -> Answers {
        let vectors = try await archive.vectors(of: study, withFrames: true)
        return Answers(
            findings: try findings(of: vectors, sets, archive),
            views: try sets.views.flatMap { set in
                try vectors.clips.compactMap { try LikelyView(of: $0, in: study.id, by: set) }
            })
    }

    private static func findings(
        of vectors: StudyVectors, _ sets: EncodedSets, _ archive: Archive
    ) throws -> [Answer?] {
        var options = AskOptions(limit: 1)
        options.weights = archive.space.fingerprint.weights
        return try sets.findings.map { set in
            guard let score = try StudyScore(set, study: vectors, options: options) else { return nil }
            let answer = try AskAnswer(set.set, scores: [score], options: options)
            guard let result = answer.results.first else { return nil }
            let evidence = try vectors.clips.compactMap { clip in
                try StudyScore(set, study: StudyVectors(study: vectors.study, clips: [clip]))?.bestFrame
            }
            let best = Ranking(evidence, by: \.score, id: \.clip).items.prefix(StudyFinding.mostEvidence)
            return Answer(result: result, evidence: Array(best))
        }
    }
}
