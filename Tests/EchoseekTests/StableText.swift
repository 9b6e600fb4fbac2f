import Foundation

/// A run's output with what differs between machines put out of sight.
enum StableText {
    /// - Digits after the second decimal, which processors round in their own ways.
    /// - Times, rates, sizes and counts of the machine; the laboratory's folder, and with it the widths of a
    ///   table that shows it.
    static func mask(_ run: Run, in folder: URL) -> String {
        let isWide = run.output.contains(folder.path)
        let output = isWide ? run.output.replacing(/\x20{2,}/, with: "  ") : run.output
        return output.replacing(folder.path, with: "LAB")
            .replacing(/[0-9.]+ s\b/, with: "# s")
            .replacing(/[0-9.]+ frames\/s/, with: "# frames/s")
            .replacing(/[0-9]+ cores, [0-9]+ GB/, with: "# cores, # GB")
            .replacing(/[0-9]+ GB free/, with: "# GB free")
            .replacing(/[0-9.]+ [kMG]?B\b(?!-)/, with: "# B")
            .replacing(/\d{4}-\d\d-\d\dT[0-9:]+Z/, with: "TIME")
            .replacing(/\b[0-9a-f]{64}\b/, with: "SHA256")
            .replacing(/weights=[0-9a-f]{16}/, with: "weights=SHA")
            .replacing(/(-?[0-9]+\.[0-9]{2})[0-9]{2}\b/) { $0.output.1 + "##" }
            .replacing(/(-?0\.[0-9]{2})[0-9]\b/) { $0.output.1 + "#" }
    }
}
