public import EchoTensor

/// The arithmetic of the image tower's products; part of a vector's fingerprint.
///
/// The text tower computes in fp32 whatever this is: prompts are embedded once and kept, and so the vectors of one
/// text are the same for every mode.
public enum Precision: String, Sendable, Codable, CaseIterable {
    /// 32 bits; the reference.
    case fp32
    /// Inputs and weights rounded to 8 bits of precision, sums in fp32.
    case bf16
    /// Weights and inputs as bytes, sums exact; a few channels that stand out keep 16 bits.
    case int8

    /// How the products' numbers are kept.
    var format: NumberFormat {
        switch self {
        case .fp32: .fp32
        case .bf16: .bf16
        case .int8: .int8
        }
    }

    /// The modes that are worth their rounding with these instructions, the fastest first; fp32 is the last.
    ///
    /// Without instructions for bf16 its products are no faster than fp32's; OpenBLAS and NEON have no faster
    /// bytes either.
    public static func fastestFirst(on instructions: InstructionSet) -> [Precision] {
        switch instructions {
        case .avx512bf16: [.int8, .bf16, .fp32]
        case .avx512vnni, .avx512, .avx2vnni, .avx2: [.int8, .fp32]
        case .neon, .portable: [.fp32]
        }
    }
}
