import EchoTesting
import Foundation
import Testing

@Suite("echoseek model") struct ModelCommandTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test("import takes a folder to a model, keeps its license, and prints its manifest")
    func importing() throws {
        try SmallModel.write(to: scratch.url.appending(path: "source"))
        let run = try Program(in: scratch.url).run(
            "model", "import", "source", "--name", "echo-a", "--slot", "prompt", "--models", "m", "--json")
        #expect(run.status == 0)
        let manifest = try run.json
        #expect(manifest["name"].text == "echo-a")
        #expect(manifest["slot"].text == "prompt")
        #expect(manifest["configuration"]["embed_dimension"].number == Double(SmallModel.dimension))
        #expect(manifest["vocabulary"]["kind"].text == "clip-bpe")
        #expect(manifest["weights"]["sha256"].text?.count == 64)
        #expect(manifest["sources"].items.count == 1)
        #expect(run.errors.contains("Small License 1.0"))
        #expect(FileManager.default.fileExists(atPath: scratch.path("m/echo-a/weights.safetensors")))
    }

    @Test("list names every model, ready or not")
    func listing() throws {
        let models = try Lab.shared().program.run("model", "list", "--json").json
        let model = try #require(models.items.first { $0["name"].text == Lab.model })
        #expect(
            model.keys == [
                "name", "slot", "dimension", "vocabulary", "bytes", "weights_sha256", "notice", "problem",
            ])
        #expect(model["slot"].text == "both")
        #expect(model["dimension"].number == Double(SmallModel.dimension))
        #expect(model["notice"].text == SmallModel.notice)
        #expect(model["problem"] == .null)
    }

    @Test("list says how to get a model where there is none")
    func none() throws {
        let run = try Program(in: scratch.url).run("model", "list")
        #expect(run.status == 0)
        #expect(run.output.contains("echoseek model import"))
    }

    @Test("info prints the manifest that import wrote")
    func info() throws {
        let program = try Lab.shared().program
        let manifest = try program.run("model", "info", Lab.model, "--json").json
        #expect(manifest["notice"].text == SmallModel.notice)
        #expect(manifest["preprocessing"]["frames"].text == "reference")
        #expect(manifest["preprocessing"]["channels"].text == "bgr")
        let missing = try program.run("model", "info", "nobody")
        #expect(missing.status == 66)
        #expect(missing.errors.contains("nobody"))
    }

    @Test("verify reads every file again, and finds one flipped bit")
    func verify() throws {
        let lab = try Lab.shared()
        let sound = try lab.program.run("model", "verify", Lab.model, "--files-only", "--json")
        #expect(sound.status == 0)
        #expect(try sound.json["ok"] == .flag(true))
        #expect(try sound.json["name"].text == Lab.model)
        let files = try sound.json["files"].items
        #expect(files.count >= 2)
        #expect(files.allSatisfy { $0["state"].text == "intact" })
        #expect(try sound.json["modes"] == .null)

        try FileManager.default.copyItem(
            at: lab.folder.appending(path: "models"), to: scratch.url.appending(path: "models"))
        let weights = scratch.url.appending(path: "models/\(Lab.model)/weights.safetensors")
        var bytes = try Data(contentsOf: weights)
        bytes[bytes.count - 5] ^= 4
        try bytes.write(to: weights)
        let damaged = try Program(in: scratch.url).run(
            "model", "verify", Lab.model, "--models", "models", "--json")
        #expect(damaged.status == 74)
        #expect(try damaged.json["ok"] == .flag(false))
        #expect(damaged.errors.contains("[model."))
    }

    @Test("verify judges the faster modes, keeps what it finds in the manifest, and auto goes by it")
    func modes() throws {
        let lab = try Lab.shared()
        try FileManager.default.createDirectory(
            at: scratch.url.appending(path: "models"), withIntermediateDirectories: true)
        for name in ["manifest.json", "weights.safetensors", "merges.txt", "LICENSE.source.txt"] {
            let from = lab.folder.appending(path: "models/\(Lab.model)/\(name)")
            try Data(contentsOf: from).write(
                to: URL(filePath: try scratch.write([], to: "models/\(Lab.model)/\(name)")))
        }
        let program = Program(in: scratch.url, ["ECHOSEEK_MODELS": "models"])
        let clip = lab.folder.appending(path: "clips/a4c_h264_120f.mp4").path
        let run = try program.run("model", "verify", Lab.model, "--clips", clip, "--json")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try run.json["frames"].number == 64)
        #expect(try run.json["is_kept"] == .flag(true))
        let modes = try run.json["modes"].items
        #expect(modes.map { $0["mode"].text } == ["bf16", "int8"])
        for mode in modes {
            #expect((mode["minimum_cosine"].number ?? 0) > 0.99)
            #expect((mode["maximum_error"].number ?? 1) < 0.1)
            #expect((0...1).contains(mode["top_ten_overlap"].number ?? -1))
            #expect((-1...1).contains(mode["kendall_tau"].number ?? -2))
        }
        let manifest = try program.run("model", "info", Lab.model, "--json").json
        #expect(
            manifest["evidence"]["modes"]["int8"]["minimum_cosine"].number
                == modes[1]["minimum_cosine"].number)
        #expect(manifest["evidence"]["phantom_frames"].number == 56)
        let auto = try #require(try run.json["auto"].text)
        let embedded = try program.run("embed", clip, "--precision", "auto", "--frames", "uniform:1")
        #expect(embedded.output.contains("precision=\(auto);"))
        let text = try program.run("model", "verify", Lab.model)
        #expect(text.output.contains("Judged by 56 frames; `auto` is "))
    }

    @Test("import refuses a name that is taken, a path that is not there, and a folder without weights")
    func refusals() throws {
        let lab = try Lab.shared()
        let taken = try lab.program.run("model", "import", "checkpoint", "--name", Lab.model)
        #expect(taken.status == 65 || taken.status == 78)
        #expect(taken.errors.contains("[model.nameTaken]"))
        let missing = try lab.program.run("model", "import", "nowhere")
        #expect(missing.status == 66)
        let empty = try lab.program.run("model", "import", "clips")
        #expect(empty.errors.contains("[model.noWeights]"))
        #expect(empty.output.isEmpty)
    }
}
