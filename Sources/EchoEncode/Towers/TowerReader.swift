internal import EchoTensor

/// Reads a tower's products as an earlier start packed them, or else packs them from the checkpoint.
struct TowerReader {
    let weights: WeightReader
    let kernels: Kernels
    /// What an earlier start left; `nil` packs everything anew.
    var packed: PackedFile?

    /// A product of that name.
    ///
    /// - Parameters:
    ///   - key: the linear layer's name in the checkpoint, without `.weight`.
    ///   - sizes: how large its inputs were in calibration; for bytes alone.
    ///   - layer: what it is packed from.
    /// - Throws: ``EncodeError/missingTensor(key:expected:)`` where an earlier packing does not have it.
    func product(
        _ key: String, inputs: Int, outputs: Int, format: NumberFormat = .fp32, sizes: [Float]? = nil,
        _ layer: () throws(EncodeError) -> LinearLayer
    ) throws(EncodeError) -> PackedLinear {
        if let packed {
            guard
                let found = packed.product(
                    key, inputs: inputs, outputs: outputs, format: format, kernels: kernels)
            else { throw .missingTensor(key: key, expected: [outputs, inputs]) }
            return found
        }
        let layer = try layer()
        return PackedLinear(
            layer, format: format, outliers: format == .int8 ? Outliers(of: layer, sizes: sizes) : nil,
            kernels: kernels)
    }
}
