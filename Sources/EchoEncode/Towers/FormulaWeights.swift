internal import EchoTensor

/// A model whose every weight follows from its name by a formula: full size, nothing learnt.
///
/// It stands in for a trained checkpoint where only the machinery is shown or tested; its embeddings know
/// nothing of hearts. Number `i` of tensor `name` is `center + scale · u`, `u` the top 24 bits of
/// `splitmix64(fnv1a64(name) + i · 0x9E3779B97F4A7C15)` as a number in −1 ..< 1, rounded once to fp32.
///
/// - Source: `Tests/EchoEncodeTests/Golden/base_clip/make_base_clip.py`, which gives open_clip the same
///   weights.
public enum FormulaWeights {
    /// The weights' file name in the folder.
    public static let fileName = "open_clip_model.safetensors"
    /// The configuration's file name in the folder.
    public static let configurationName = "open_clip_config.json"

    /// Writes both files; the folder must be there.
    ///
    /// - Throws: ``EncodeError/unknownArchitecture(reason:)``, ``EncodeError/unwritable(status:)``.
    /// - Complexity: 606 MB and about two seconds for ConvNeXt-Base; 4 MB of memory.
    public static func write(_ configuration: ModelConfiguration, toFolder folder: String) throws(EncodeError)
    {
        try configuration.validate()
        do throws(WeightFileError) {
            try writeWeights(configuration, to: folder + "/" + fileName)
            let described = try WeightFileOutput(path: folder + "/" + configurationName)
            let text = Array(OpenCLIPDescription.json(configuration).utf8)
            try described.write(text.span.bytes)
            try described.publish()
        } catch {
            guard case .system(_, let status) = error else {
                preconditionFailure("a file was not written, and not for the system: \(error)")
            }
            throw .unwritable(status: status)
        }
    }

    private static func writeWeights(
        _ configuration: ModelConfiguration, to path: String
    ) throws(WeightFileError) {
        let file = try WeightFileOutput(path: path)
        let tensors = ModelTensors.expectedShapes(configuration)
        let head = header(tensors)
        try file.write(head.span.bytes)
        for (name, shape) in tensors {
            let formula = TensorFormula(name: name, shape: shape)
            let count = shape.reduce(1, *)
            for first in stride(from: 0, to: count, by: formula.piece) {
                let bytes = formula.bytes(first..<min(count, first + formula.piece))
                try file.write(bytes.span.bytes)
            }
        }
        try file.publish()
    }

    /// The number of weights of a model, for progress and for people.
    public static func count(_ configuration: ModelConfiguration) -> Int {
        ModelTensors.expectedShapes(configuration).reduce(0) { $0 + $1.shape.reduce(1, *) }
    }

    /// The length in eight bytes, then the JSON header, padded so that the numbers start on an eight-byte
    /// boundary.
    private static func header(_ tensors: [(name: String, shape: [Int])]) -> [UInt8] {
        var entries = ["\"__metadata__\":{\"format\":\"pt\"}"]
        var offset = 0
        for (name, shape) in tensors {
            let end = offset + shape.reduce(4, *)
            let extents = shape.map(String.init).joined(separator: ",")
            entries.append(
                "\"\(name)\":{\"dtype\":\"F32\",\"shape\":[\(extents)],\"data_offsets\":[\(offset),\(end)]}")
            offset = end
        }
        var text = Array("{\(entries.joined(separator: ","))}".utf8)
        text += [UInt8](repeating: UInt8(ascii: " "), count: (8 - text.count % 8) % 8)
        return withUnsafeBytes(of: UInt64(text.count).littleEndian) { Array($0) } + text
    }
}
