import EchoTesting
import Foundation
import Testing

@Suite("echoseek phantom") struct PhantomCommandTests {
    private let scratch: ScratchFolder
    private let program: Program

    init() throws {
        scratch = try ScratchFolder()
        program = Program(in: scratch.url)
    }

    private static let small = [
        "phantom", "generate", "--patients", "1", "--studies", "1..1", "--seed", "2", "--size", "96",
        "--furniture", "off", "--views", "a4c",
    ]

    @Test("writes a set, says that it is simulated, and keeps what is there the next time")
    func generates() throws {
        let first = try program.run(Self.small + ["--format", "avi", "--json", "set"])
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.errors.isEmpty, "no bar where nobody watches")
        let summary = try first.json
        #expect(
            summary.keys == [
                "simulated", "notice", "patients", "studies", "clips", "frames", "kept", "seconds",
                "interrupted",
            ])
        #expect(summary["notice"].text?.contains("Simulated") == true)
        let clips = try #require(summary["clips"].number)
        let again = try program.run(Self.small + ["--format", "avi", "--json", "set"])
        #expect(try again.json["kept"].number == clips)
        let text = try program.run(Self.small + ["--format", "avi", "set"])
        #expect(text.output.contains("Simulated: "))
        for name in ["manifest.csv", "reports.csv", "truth.ndjson"] {
            let bytes = FileManager.default.contents(atPath: scratch.path("set/\(name)")) ?? Data()
            #expect(bytes.range(of: Data("simulated".utf8)) != nil, "\(name)")
        }
    }

    @Test("ends with its status where the folder or the parameters are wrong")
    func refuses() throws {
        _ = try scratch.write("x".utf8, to: "full/x")
        #expect(try program.run(Self.small + ["full"]).status == 65)
        #expect(try program.run(Self.small + ["full/x/set"]).status == 74)
        #expect(try program.run("phantom", "generate", "--patients", "0", "out").status == 78)
        #expect(try program.run("phantom", "generate", "--patients", "1", "--size", "97", "out").status == 78)
        let bare = ["--covered", "sector", "--furniture", "off", "out"]
        #expect(try program.run(["phantom", "generate", "--patients", "1"] + bare).status == 78)
        let badTexts = [
            ["--studies", "4..1"], ["--studies", "1...2"], ["--views", "A5C"], ["--views", "A4C,A4C"],
            ["--format", "gif"], ["--furniture", "maybe"], ["--covered", "heart"],
        ]
        for options in badTexts {
            let run = try program.run(["phantom", "generate", "--patients", "1"] + options + ["out"])
            #expect(run.status == 64, "\(options)")
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
    }

    @Test("shows a bar on a terminal")
    func progress() throws {
        let run = try program.onTerminal((Self.small + ["set"]).joined(separator: " "))
        #expect(run.status == 0)
        #expect(run.output.contains("[####"))
    }

    @Test("stops at SIGINT with 130, and the same command goes on")
    func interrupted() throws {
        let arguments = [
            "phantom", "generate", "--patients", "3", "--seed", "2", "--size", "160", "--threads", "1", "set",
        ]
        let running = try program.start(arguments: arguments)
        let deadline = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < deadline, try clips().isEmpty { usleep(20_000) }
        running.interrupt()
        let run = try running.wait()
        #expect(run.status == 130, "\(run.errors)")
        #expect(run.errors.contains("same command"))
        let done = try clips().count
        #expect(done > 0)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("set/manifest.csv")))
    }

    @Test("writes a training set")
    func trainingSet() throws {
        let run = try program.run(
            "phantom", "training-set", "--patients", "1", "--studies", "1", "--size", "32", "--frames", "2",
            "--clips", "1", "--views-per-study", "1", "--phrases", "10", "--json", "set")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try run.json["clips"].number == 1)
        #expect(FileManager.default.contents(atPath: scratch.path("set/frames.u8"))?.count == 2 * 32 * 32)
    }

    private func clips() throws -> [String] {
        let folder = scratch.path("set")
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".dcm") && !$0.contains(".part-")
        }
    }
}
