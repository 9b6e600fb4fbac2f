import EchoCore
import EchoEncode

extension ModelManifest {
    /// The facts a person asks for first.
    var lines: [String] {
        let vision = configuration.vision
        var lines = [
            "\(name): slot \(slot.rawValue), \(configuration.embedDimension) values",
            "  image tower: ConvNeXt, depths \(vision.depths), widths \(vision.widths), "
                + "\(vision.imageSize) pixels",
        ]
        if let text = configuration.text {
            lines.append(
                "  text tower: \(Counted.of(text.layers, "layer")), width \(text.width), \(Counted.of(text.heads, "head")), "
                    + "\(text.contextLength) tokens")
        }
        lines.append("  vocabulary: \(vocabulary.map { $0.kind.rawValue } ?? "none, so it reads no text")")
        lines.append(
            "  shown: frames \(preprocessing.frames), channels \(preprocessing.channels.rawValue), "
                + "zoom \(preprocessing.zoom), mask \(preprocessing.mask.rawValue)")
        lines.append("  weights: \(Decimals.bytes(weights.byteCount)), SHA-256 \(weights.sha256.hex)")
        lines += sources.map { "  imported from: \($0.name), SHA-256 \($0.sha256.hex)" }
        lines.append("  license: \(license.statement)")
        if let notice { lines.append("  note: \(notice)") }
        return lines
    }
}
