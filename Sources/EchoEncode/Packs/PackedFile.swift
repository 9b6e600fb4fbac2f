internal import EchoTensor

/// The packed products of one tower, mapped: the second start reads what the first one packed.
///
/// A safetensors file. `NAME` holds a product's panels, as many fp32 numbers as fill their bytes; `NAME.factors` and
/// `NAME.wide` the channels treated apart, for bytes alone.
struct PackedFile: Sendable {
    private let file: SafetensorsFile

    init(path: String) throws(TensorError) { file = try SafetensorsFile(path: path) }

    /// A product of the file; `nil` where it is not there as the tower needs it.
    func product(
        _ key: String, inputs: Int, outputs: Int, format: NumberFormat, kernels: Kernels
    ) -> PackedLinear? {
        guard let panels = try? file.floats(key) else { return nil }
        var outliers: Outliers?
        if format == .int8 {
            guard let factors = try? file.floats(key + ".factors"), factors.count == inputs,
                let wide = try? file.floats(key + ".wide").values.map({ Int($0) }),
                wide.allSatisfy({ (0..<inputs).contains($0) }), Set(wide).count == wide.count
            else { return nil }
            outliers = Outliers(factors: factors, wide: wide)
        }
        return PackedLinear(
            panels: panels, inputs: inputs, outputs: outputs, format: format, outliers: outliers,
            kernels: kernels)
    }

    /// Writes products to a file, which appears when it is whole.
    ///
    /// - Returns: whether there was anything to write: products that lie as the checkpoint has them are not.
    static func write(
        _ products: [(key: String, product: PackedLinear)], to path: String
    ) throws(WeightFileError) -> Bool {
        var parts: [(name: String, numbers: FloatTensor)] = []
        for (key, product) in products {
            guard let panels = product.panels else { return false }
            parts.append((key, panels))
            guard let outliers = product.outliers else { continue }
            parts.append((key + ".factors", outliers.factors))
            parts.append(
                (
                    key + ".wide",
                    FloatTensor(shape: [outliers.wide.count], values: outliers.wide.map(Float.init))
                ))
        }
        var writer = try SafetensorsWriter(
            path: path,
            tensors: parts.map { WeightTensor(name: $0.name, element: .float32, shape: [$0.numbers.count]) })
        for part in parts {
            try part.numbers.withBytes { bytes throws(WeightFileError) in try writer.append(bytes) }
        }
        try writer.finish()
        return true
    }
}
