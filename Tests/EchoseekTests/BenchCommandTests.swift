import EchoTesting
import Foundation
import Testing

@Suite("echoseek bench") struct BenchCommandTests {
    private static let common: Set<String> = [
        "runs", "seconds_median", "seconds_fastest", "seconds_slowest", "processor_seconds_median",
        "processor",
        "processors", "load", "instructions", "version",
    ]

    private static func run(_ arguments: String...) throws -> JSON {
        let run = try Lab.shared().program.run(["bench"] + arguments + ["--json"])
        #expect(run.status == 0, "\(run.errors)")
        let found = try run.json
        #expect((found["runs"].number ?? 0) >= 15)
        let times = ["seconds_fastest", "seconds_median", "seconds_slowest"].map { found[$0].number ?? -1 }
        #expect(times == times.sorted() && times[0] > 0)
        return found
    }

    @Test(
        "encode gives frames a second, the share of the peak, and a cosine, in every mode",
        arguments: ["fp32", "bf16", "int8"])
    func encode(precision: String) throws {
        let found = try Self.run("encode", "--precision", precision, "--batch", "2", "--threads", "1")
        #expect(
            found.keys
                == Self.common.union([
                    "model", "precision", "batch", "threads", "frames_per_second",
                    "frames_per_processor_second", "percent_of_peak", "peak_operations_per_second",
                    "min_cosine",
                ]))
        #expect(found["precision"].text == precision)
        let rate = try #require(found["frames_per_second"].number)
        let median = try #require(found["seconds_median"].number)
        #expect(abs(rate * median - 2) < 1e-6)
        #expect((0...100).contains(found["percent_of_peak"].number ?? -1))
        #expect((found["min_cosine"].number ?? 0) > (precision == "fp32" ? 0.999_999 : 0.99))
    }

    @Test("text gives texts a second, and refuses more tokens than the window has")
    func text() throws {
        let found = try Self.run("text", "--tokens", "7", "--batch", "3", "--threads", "2")
        #expect((found["texts_per_second"].number ?? 0) > 0)
        #expect((found["min_cosine"].number ?? 0) > 0.999_999)
        #expect(found["tokens"].number == 7)
        let refused = try Lab.shared().program.run("bench", "text", "--tokens", "78")
        #expect(refused.status == 65)
        #expect(refused.errors.contains("[encode.tooManyTokens]"))
    }

    @Test("decode and search give their rates")
    func others() throws {
        let decoded = try Self.run("decode", "clips/a4c_h264_120f.mp4", "--frames", "uniform:3")
        #expect(decoded["frame_count"].number == 3)
        #expect((decoded["frames_per_second"].number ?? 0) > 0)
        let searched = try Self.run("search", "--vectors", "1000", "--dimension", "33")
        #expect((searched["queries_per_second"].number ?? 0) > 0)
        #expect(searched["vectors"].number == 1000)
        #expect((0.01...100).contains(searched["percent_of_peak"].number ?? 0))
    }

    @Test("fewer than fifteen runs are refused, and the text form says where it ran")
    func refusals() throws {
        let program = try Lab.shared().program
        #expect(try program.run("bench", "search", "--runs", "14").status == 64)
        let text = try program.run("bench", "search", "--vectors", "100", "--dimension", "8")
        #expect(text.output.contains("questions/s"))
        #expect(text.output.contains("load "))
    }
}
