internal import COpenBLAS

/// How many threads OpenBLAS uses for one product; set once, by `EchoService`.
///
/// EchoSeek spreads frames over threads itself, so 1 is the right number; it also makes a result independent
/// of the machine's number of processors.
public enum BLASThreads {
    /// - Precondition: `count` is at least 1.
    public static func set(_ count: Int) {
        precondition(count >= 1, "\(count) threads")
        openblas_set_num_threads(Int32(count))
    }

    /// The number in force.
    public static var count: Int { Int(openblas_get_num_threads()) }
}
