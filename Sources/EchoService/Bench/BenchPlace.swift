import EchoTensor
import Foundation

/// Where a benchmark ran: without it a rate says nothing.
public struct BenchPlace: Sendable, Encodable {
    /// The processor's name as the system has it.
    public let processor: String
    /// Processors that the system shows.
    public let processors: Int
    /// How many programs wanted to run, averaged over a minute, before it began.
    public let load: Double
    /// Whose kernels ran.
    public let instructions: String
    /// The program's version.
    public let version: String

    init(_ kernels: Kernels) {
        let facts = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let line = facts.split(separator: "\n").first { $0.hasPrefix("model name") }
        processor =
            line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown"
        processors = ProcessInfo.processInfo.activeProcessorCount
        let loads = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
        load = loads.split(separator: " ").first.flatMap { Double($0) } ?? 0
        instructions = kernels.instructions.rawValue
        version = Product.version
    }
}
