internal import CEchoKernels

extension Kernels {
    /// What one thread of this processor does at most in fp32, additions and multiplications a second.
    public var peak: Double { peak(.fp32) }

    /// What one thread of this processor does at most in a format: a product's steps on registers alone.
    ///
    /// - Parameter seconds: how long to try, of the thread's own processor time.
    /// - Returns: additions and multiplications a second, the best of several pieces.
    package func peak(_ format: NumberFormat, seconds: Double = 0.05) -> Double {
        let kernel =
            switch format {
            case .fp32: table.pointee.peak_f32
            case .bf16: table.pointee.peak_bf16
            case .int8: table.pointee.peak_i8
            }
        var (rounds, best) = (10_000, 0.0)
        let end = ThreadClock.seconds() + seconds
        repeat {
            let start = ThreadClock.seconds()
            let operations = kernel(rounds)
            let taken = ThreadClock.seconds() - start
            if taken > seconds / 20 { best = max(best, operations / taken) } else { rounds *= 2 }
        } while best == 0 || ThreadClock.seconds() < end
        return best
    }
}
