import EchoCore
import EchoService

extension Inspection {
    /// The facts, one a line.
    var lines: [String] {
        var lines = [
            "\(container), \(codec), \(size), \(Counted.of(frameCount, "frame")), \(Decimals.seconds(seconds)) s",
            "kind: \(kind.rawValue) (\(kindReason))",
        ]
        if let mask = maskMethod, let coverage = maskCoverage, let reason = maskReason {
            lines.append("sector: \(mask), \(Decimals.percent(coverage * 100)) % of the picture; \(reason)")
        }
        if let maskProblem { lines.append("sector: none. \(maskProblem)") }
        if let transferSyntaxUid { lines.append("transfer syntax \(transferSyntaxUid)") }
        if let photometricInterpretation { lines.append("photometric \(photometricInterpretation)") }
        if let manufacturer { lines.append("scanner \(manufacturer) \(manufacturerModelName ?? "")") }
        if hasLyingRegions { lines.append("some region tags lie outside the picture and are not used") }
        return lines
    }
}
