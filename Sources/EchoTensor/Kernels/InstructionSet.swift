internal import CEchoKernels

/// What a processor's vectors can do; the kernels exist once for each.
///
/// Results of one set are the same bits for any number of threads and any batch. Between sets they differ by
/// rounding.
public enum InstructionSet: String, Sendable, CaseIterable {
    /// What every processor of its kind has; matrix products by OpenBLAS.
    case portable
    /// 64-bit ARM.
    case neon
    /// AVX2 and FMA.
    case avx2
    /// The same with products of bytes (AVX-VNNI).
    case avx2vnni
    /// AVX-512 F, BW, DQ and VL.
    case avx512
    /// The same with products of bytes (VNNI).
    case avx512vnni
    /// The same with products of bytes and of bf16.
    case avx512bf16

    /// Those that this processor and this build have, the fastest last; never empty.
    public static var available: [InstructionSet] {
        allCases.filter { echo_kernels_for($0.code) != nil }
    }

    init(_ code: echo_isa) {
        self = Self.allCases.first { $0.code == code } ?? .portable
    }

    /// The number that C knows it by.
    var code: echo_isa {
        switch self {
        case .portable: ECHO_PORTABLE
        case .neon: ECHO_NEON
        case .avx2: ECHO_AVX2
        case .avx2vnni: ECHO_AVX2_VNNI
        case .avx512: ECHO_AVX512
        case .avx512vnni: ECHO_AVX512_VNNI
        case .avx512bf16: ECHO_AVX512_BF16
        }
    }
}
