internal import Glibc

/// Processor time: what others do meanwhile does not count.
public enum ThreadClock {
    /// Seconds that the calling thread has worked.
    public static func seconds() -> Double { seconds(CLOCK_THREAD_CPUTIME_ID) }

    /// Seconds that all threads of the process have worked.
    public static func processSeconds() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
