import Synchronization

/// How long the inputs of one request waited at the encoder, and were worked on there.
public final class EncoderTimes: Sendable {
    /// Where the inputs that the present task asks for are noted; `nil` for nowhere.
    @TaskLocal public static var current: EncoderTimes?

    private let sum = Mutex((queue: 0.0, work: 0.0))

    /// Nothing yet.
    public init() {}

    /// Seconds waited, and worked on, summed over the inputs; what came from memory took none.
    public var seconds: (queue: Double, work: Double) { sum.withLock { $0 } }

    func add(queue: Double = 0, work: Double = 0) {
        sum.withLock { sum in
            sum.queue += queue
            sum.work += work
        }
    }
}
