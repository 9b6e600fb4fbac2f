import EchoEncode
import EchoTensor
import EchoTesting

/// The tiny model with a few channels far larger than the others, whose weights behind are as much smaller: what it
/// computes is much the same, and bytes on one scale are not.
enum OutlierModel {
    /// How much larger.
    static let excess: Float = 60

    /// Writes the weights below a folder.
    static func write(to scratch: ScratchFolder) throws -> SafetensorsFile {
        let source = try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors")
        let path = scratch.path("outliers.safetensors")
        let tensors = source.tensors.filter { WeightTensor.Element(rawValue: $0.type.rawValue) != nil }
        var writer = try SafetensorsWriter(
            path: path,
            tensors: tensors.map { WeightTensor(name: $0.name, element: .float32, shape: $0.shape) })
        for info in tensors {
            let numbers = try source.floats(info.name)
            let changed = FloatTensor(shape: info.shape) { numbers[$0] * factor(info, at: $0) }
            try changed.withBytes { bytes throws(WeightFileError) in try writer.append(bytes) }
        }
        try writer.finish()
        return try SafetensorsFile(path: path)
    }

    /// One channel in 29 of the hidden values is 60 times as large.
    ///
    /// Its row of fc1 and its bias are, and its column of fc2 is as much smaller. A GELU of a large positive number is
    /// that number.
    private static func factor(_ info: TensorInfo, at place: Int) -> Float {
        let inputs = info.shape.dropFirst().reduce(1, *)
        if info.name.hasSuffix("mlp.fc1.weight") { return isLarge(place / inputs) ? excess : 1 }
        if info.name.hasSuffix("mlp.fc1.bias") { return isLarge(place) ? excess : 1 }
        if info.name.hasSuffix("mlp.fc2.weight") { return isLarge(place % inputs) ? 1 / excess : 1 }
        return 1
    }

    private static func isLarge(_ channel: Int) -> Bool { channel % 29 == 5 }
}
