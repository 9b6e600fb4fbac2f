import EchoReading
import EchoService

extension EvalReport: Encodable {
    private enum CodingKeys: String, CodingKey {
        case metrics, goals, slices, matrices, rules, studies, patients, unmatched, split, seed, resamples
        case measured = "protocol"
        case trainingCheck, stamp, stamps, notice
    }

    /// The metrics by name, and how they came about.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(measured, forKey: .measured)
        try container.encode(part.metrics, forKey: .metrics)
        try container.encode(goals, forKey: .goals)
        try container.encode(part.slices, forKey: .slices)
        try container.encode(part.matrices, forKey: .matrices)
        try container.encode(part.rules, forKey: .rules)
        try container.encode(studies, forKey: .studies)
        try container.encode(patients, forKey: .patients)
        try container.encode(unmatched, forKey: .unmatched)
        try container.encode(split, forKey: .split)
        try container.encode(bootstrap.seed, forKey: .seed)
        try container.encode(bootstrap.resamples, forKey: .resamples)
        try container.encode(trainingCheck, forKey: .trainingCheck)
        try container.encode(stamps.first, forKey: .stamp)
        try container.encode(stamps, forKey: .stamps)
        try container.encode(Notice.notADiagnosis, forKey: .notice)
    }
}
