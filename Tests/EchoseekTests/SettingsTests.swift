import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Settings") struct SettingsTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// Every setting that `config show` takes as a flag.
    static let all = ["index", "model", "models", "frames", "mask", "precision", "threads"]

    static func value(_ setting: String, _ source: Int) -> String {
        switch setting {
        case "frames": "uniform:\(source)"
        case "mask": source == 2 ? "none" : "auto"
        case "precision": ["fp32", "bf16", "int8"][source - 1]
        case "threads": String(source)
        default: "from-\(source)"
        }
    }

    static func shown(_ setting: String, _ run: Run) throws -> JSON {
        try run.json.items.first { $0["setting"].text == setting } ?? .null
    }

    @Test("come from the flag, else the environment, else the file, else the default", arguments: all)
    func precedence(setting: String) throws {
        let text = "\(setting): \(Self.value(setting, 3))\n"
        let config = try scratch.write(text.utf8, to: ".config/echoseek/config.yaml")
        let variable = "ECHOSEEK_" + setting.uppercased()
        let withFile = Program(in: scratch.url)
        let withBoth = Program(in: scratch.url, [variable: Self.value(setting, 2)])
        let none = Program(in: scratch.url, ["XDG_CONFIG_HOME": scratch.path("empty")])
        let show = ["config", "show", "--json"]
        let runs = [
            (try withBoth.run(show + ["--\(setting)", Self.value(setting, 1)]), "flag", 1),
            (try withBoth.run(show), "environment", 2), (try withFile.run(show), "file", 3),
            (try none.run(show + ["--config", config]), "file", 3),
        ]
        for (run, source, place) in runs {
            let line = try Self.shown(setting, run)
            #expect(line.keys == ["setting", "value", "source", "environment"])
            #expect(line["source"].text == source)
            #expect(line["value"].text == Self.value(setting, place))
            #expect(line["environment"].text == variable)
        }
        let standard = try Self.shown(setting, try none.run(show))
        #expect(standard["source"].text == (["frames", "mask"].contains(setting) ? "model" : "default"))
        #expect(standard.keys.contains("value"))
    }

    @Test("frames and mask are the chosen model's own where nobody gives them")
    func modelsOwn() throws {
        let lab = try Lab.shared()
        let models = scratch.url.appending(path: "models")
        try FileManager.default.copyItem(at: lab.folder.appending(path: "models"), to: models)
        let file = models.appending(path: "\(Lab.model)/manifest.json")
        let manifest = try String(contentsOf: file, encoding: .utf8)
        let changed = manifest.replacing("\"reference\"", with: "\"uniform:3\"")
            .replacing("\"auto\"", with: "\"none\"")
        #expect(changed != manifest)
        try Data(changed.utf8).write(to: file)
        let program = Program(in: scratch.url, ["ECHOSEEK_MODELS": "models"])
        let run = try program.run("config", "show", "--json")
        for (setting, value) in [("frames", "uniform:3"), ("mask", "none")] {
            let line = try Self.shown(setting, run)
            #expect(line["value"].text == value)
            #expect(line["source"].text == "model")
        }
        let unknown = try program.run("config", "show", "--model", "other", "--json")
        #expect(try Self.shown("frames", unknown)["value"] == .null)
        #expect(try Self.shown("frames", unknown)["source"].text == "model")
    }

    @Test("empty variables count as not set, and ~/ is the home folder in a file")
    func home() throws {
        _ = try scratch.write("index: ~/echo\nmodel:\n".utf8, to: ".config/echoseek/config.yaml")
        let run = try Program(in: scratch.url, ["ECHOSEEK_INDEX": "", "XDG_CONFIG_HOME": ""])
            .run("config", "show", "--json")
        #expect(try Self.shown("index", run)["value"].text == scratch.path("echo"))
        #expect(try Self.shown("model", run)["source"].text == "default")
    }

    @Test(
        "of a wrong form are refused wherever they come from, with their name",
        arguments: [("frames", "some"), ("mask", "half"), ("threads", "0"), ("threads", "many")])
    func wrongForm(setting: String, value: String) throws {
        let clean = Program(in: scratch.url)
        let flag = try clean.run("config", "show", "--\(setting)", value)
        #expect(flag.status == (value == "0" ? 78 : 64))
        let variable = Program(in: scratch.url, ["ECHOSEEK_" + setting.uppercased(): value])
        let config = try scratch.write("\(setting): \(value)\n".utf8, to: "c.yaml")
        for run in [try variable.run("config", "show"), try clean.run("config", "show", "--config", config)] {
            #expect(run.status == 78)
            #expect(run.errors.contains("`\(setting)` is `\(value)`"))
            #expect(run.errors.contains("[service.setting]"))
        }
    }

    @Test("an instruction set that is none, or not this processor's, is refused with those it has")
    func instructionSet() throws {
        let names = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
        let missing = InstructionSet.allCases.filter { !InstructionSet.available.contains($0) }
        #expect(!missing.isEmpty, "no processor has both NEON and AVX2")
        for value in missing.map(\.rawValue) + ["AVX2", "fast"] {
            let run = try Program(in: scratch.url, ["ECHOSEEK_ISA": value]).run("config", "show")
            #expect(run.status == 78)
            #expect(run.errors.contains("`isa` is `\(value)`"))
            #expect(run.errors.contains(names))
            #expect(run.errors.contains("Change ECHOSEEK_ISA or the configuration file."))
        }
        for value in InstructionSet.available.map(\.rawValue) + ["auto"] {
            let run = try Program(in: scratch.url, ["ECHOSEEK_ISA": value]).run("config", "show", "--json")
            #expect(try Self.shown("isa", run)["value"].text == value)
        }
    }

    @Test(
        "files that do not read are refused with what is wrong",
        arguments: [
            ("index: [1, 2]\n", "`index` is not a single value"),
            ("colour: blue\n", "`colour` is not a setting"),
            ("- index\n", "not a mapping"), ("index: 'a\n", "not valid YAML"),
        ])
    func brokenFile(text: String, problem: String) throws {
        let config = try scratch.write(text.utf8, to: "c.yaml")
        for program in [Program(in: scratch.url, ["ECHOSEEK_CONFIG": config]), Program(in: scratch.url)] {
            let run = try program.run("config", "show", "--config", config)
            #expect(run.status == 78)
            #expect(run.errors.contains(problem))
            #expect(run.output.isEmpty)
        }
    }

    @Test("files that were named must be there, and an empty one is no fault")
    func missingFile() throws {
        let named = try Program(in: scratch.url, ["ECHOSEEK_CONFIG": "nowhere.yaml"]).run("config", "show")
        #expect(named.status == 78)
        let empty = try scratch.write("# nothing\n".utf8, to: "c.yaml")
        #expect(try Program(in: scratch.url).run("config", "show", "--config", empty).status == 0)
    }
}
