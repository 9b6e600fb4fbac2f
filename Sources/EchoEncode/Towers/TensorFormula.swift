internal import EchoCore

/// One tensor's numbers, by the formula of ``FormulaWeights``.
struct TensorFormula {
    /// Numbers made at a time: 4 MB.
    let piece = 1 << 20
    private let seed: UInt64
    private let center: Double
    private let scale: Double

    init(name: String, shape: [Int]) {
        seed = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let isNorm = [".norm.", "ln_", "stem.1", "downsample.0"].contains { name.contains($0) }
        if name == "logit_scale" {
            (center, scale) = (2.6592, 0)
        } else if name.hasSuffix(".gamma") {
            (center, scale) = (0.30, 0.10)
        } else if name.hasSuffix("bias") {
            (center, scale) = (0, 0.02)
        } else if isNorm {
            (center, scale) = (1, 0.10)
        } else if name == "token_embedding.weight" {
            (center, scale) = (0, 0.05)
        } else if name == "positional_embedding" {
            (center, scale) = (0, 0.03)
        } else {
            let inputs = name == "text_projection" ? shape[0] : shape.dropFirst().reduce(1, *)
            (center, scale) = (0, (3 / Double(inputs)).squareRoot())
        }
    }

    /// The number at a row-major place.
    func value(_ place: Int) -> Float {
        let mixed = SplitMix64.mixed(seed &+ UInt64(place) &* SplitMix64.increment)
        return Float(center + scale * (Double(mixed >> 40) * 0x1p-23 - 1))
    }

    /// A range of numbers as the file holds them: little-endian fp32.
    func bytes(_ places: Range<Int>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: places.count * 4) { buffer, count in
            for (slot, place) in places.enumerated() {
                UnsafeMutableRawBufferPointer(buffer)
                    .storeBytes(
                        of: value(place).bitPattern.littleEndian, toByteOffset: slot * 4, as: UInt32.self)
            }
            count = places.count * 4
        }
    }
}
