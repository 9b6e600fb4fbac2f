import Foundation

/// What the system says of this process.
struct ProcessFacts {
    /// Bytes in memory.
    let residentBytes: Double
    /// Seconds of the processor used.
    let processorSeconds: Double
    /// Open files and sockets.
    let openFiles: Double

    /// Reads Linux' `/proc`.
    init() {
        let memory = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = memory.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
        residentBytes = pages * Double(sysconf(Int32(_SC_PAGESIZE)))
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let times = [usage.ru_utime, usage.ru_stime]
        processorSeconds = times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
        openFiles = Double((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0)
    }
}
