import EchoCore
import EchoIndex

/// How often a clip's view and kind are named rightly.
struct ClipMeasures {
    let facts: ClipFacts
    let bootstrap: PatientBootstrap

    /// Views by the prompts nearest to each B-mode clip.
    func views(_ rows: [ZeroShotRow], into part: inout EvalPart) {
        let guesses = rows.reduce(into: [ClipID: String]()) { $0.merge($1.views) { first, _ in first } }
        let known = facts.clips.compactMap { clip -> Named? in
            guard let truth = clip.labels.view, let guess = guesses[clip.stored.id] else { return nil }
            return Named(truth: truth.uppercased(), guess: guess.uppercased(), patient: clip.patient)
        }
        add("view", known, absence: "no clip has both a labelled view and a prompted one", into: &part)
    }

    /// Kinds by the classifier that the index was filled with.
    func kinds(into part: inout EvalPart) {
        let known = facts.clips.compactMap { clip in
            clip.labels.kind.map {
                Named(truth: $0.rawValue, guess: clip.stored.classed.kind.rawValue, patient: clip.patient)
            }
        }
        add("kind", known, absence: "no clip has a labelled kind", into: &part)
    }

    private struct Named {
        let truth: String
        let guess: String
        let patient: String
    }

    private func add(_ name: String, _ known: [Named], absence: String, into part: inout EvalPart) {
        let cases = NamedCases(truths: known.map(\.truth), guesses: known.map(\.guess))
        let patients = known.map(\.patient)
        part.metrics["\(name).accuracy"] = bootstrap.interval(of: patients, absence: absence) {
            cases.accuracy($0)
        }
        part.metrics["\(name).balanced_accuracy"] = bootstrap.interval(of: patients, absence: absence) {
            cases.balancedAccuracy($0)
        }
        if !known.isEmpty { part.matrices[name] = cases.matrix }
    }
}
