import EchoCore
import EchoEncode
import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Stores of models") struct ModelsStoreTests {
    @Test("find damage by hash, and name the file's role")
    func findDamage() throws {
        let source = try ModelsSource()
        try source.write("MIT", to: "LICENSE")
        try source.write("NORMAL STUDY. \n", to: "template_vocab.txt")
        let model = try source.store.importModel(source.request()).model
        for (name, role) in [
            ("weights.safetensors", ModelFile.Role.weights), ("template_vocab.txt", .vocabulary),
            ("LICENSE.source.txt", .license),
        ] {
            let file = model.folder.appending(path: name)
            let good = try Data(contentsOf: file)
            var bad = good
            bad[bad.count / 2] ^= 1
            try bad.write(to: file)
            let found = try source.store.verify("tiny-clip")
            #expect(!found.isIntact)
            #expect(found.failure == .damaged(role: role, file: name, state: .damaged))
            #expect(found.failure?.report.kind == .damaged)
            #expect(found.files.filter { $0.state != .intact }.map(\.name) == [name])
            try FileManager.default.removeItem(at: file)
            #expect(
                try source.store.verify("tiny-clip").failure
                    == .damaged(role: role, file: name, state: .missing))
            try good.write(to: file)
            #expect(try source.store.verify("tiny-clip").isIntact)
        }
    }

    @Test("never replace a model, in any of their folders")
    func nameTaken() throws {
        let source = try ModelsSource()
        let first = try source.store.importModel(source.request(name: "echo"))
        let error = #expect(throws: ModelError.nameTaken(name: "echo")) {
            try source.store.importModel(source.request(name: "echo"))
        }
        #expect(error?.report.remedy.contains("--name") == true)
        let other = ModelStore(
            root: source.scratch.url.appending(path: "own"), readOnlyRoots: [source.store.root])
        #expect(throws: ModelError.nameTaken(name: "echo")) {
            try other.importModel(source.request(name: "echo"))
        }
        #expect(try other.model(named: "echo").isReadOnly)
        #expect(try other.model(named: "echo").manifest == first.model.manifest)
    }

    @Test("show nothing of a killed import, and clear it away at the next one")
    func clearLeftovers() throws {
        let source = try ModelsSource()
        let left = source.store.root.appending(path: ".import-killed")
        try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
        try Data("{}".utf8).write(to: left.appending(path: "manifest.json"))
        try Data(count: 1000).write(to: left.appending(path: ".weights.safetensors.part"))
        #expect(try source.store.list().isEmpty)
        try source.store.importModel(source.request())
        #expect(!FileManager.default.fileExists(atPath: left.path))
        #expect(try source.store.list().map(\.name) == ["tiny-clip"])
        let files = try FileManager.default.contentsOfDirectory(
            atPath: source.store.root.appending(path: "tiny-clip").path)
        #expect(files.sorted() == ["manifest.json", "weights.safetensors"])
    }

    @Test("let one import write at a time")
    func oneAtATime() throws {
        let source = try ModelsSource()
        try FileManager.default.createDirectory(at: source.store.root, withIntermediateDirectories: true)
        let lock = open(source.store.root.appending(path: ".lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        #expect(flock(lock, LOCK_EX) == 0)
        #expect(throws: ModelError.importRunning) { try source.store.importModel(source.request()) }
        #expect(flock(lock, LOCK_UN) == 0)
        close(lock)
        #expect(try source.store.importModel(source.request()).model.manifest.name == "tiny-clip")
    }

    @Test("say why the system refuses: a file stands where a folder should")
    func namesTheRefusal() throws {
        let source = try ModelsSource()
        let file = try source.scratch.write([1], to: "file")
        let error = #expect(throws: ModelError.self) {
            try ModelStore(root: URL(filePath: file).appending(path: "models")).importModel(source.request())
        }
        #expect(error == .system(call: "mkdir", status: ENOTDIR))
        #expect(throws: ModelError.system(call: "readdir", status: ENOTDIR)) {
            try ModelStore(root: URL(filePath: file)).list()
        }
    }

    @Test("list a folder whose manifest does not read with the reason, and refuse a newer one")
    func badManifests() throws {
        let source = try ModelsSource()
        let model = try source.store.importModel(source.request()).model
        let file = model.folder.appending(path: "manifest.json")
        let good = try String(contentsOf: file, encoding: .utf8)
        for (old, new, code) in [
            ("\"version\" : 1", "\"version\" : 2", "model.newerManifest"), ("{", "", "model.badManifest"),
            ("\"name\" : \"tiny-clip\"", "\"name\" : \"other\"", "model.badManifest"),
            ("\"weights.safetensors\"", "\"../weights.safetensors\"", "model.badManifest"),
            ("\"zoom\" : 0.1", "\"zoom\" : 0.7", "model.badManifest"),
            ("\"slot\" : \"both\"", "\"slot\" : \"any\"", "model.badManifest"),
        ] {
            let text = good.replacingOccurrences(of: old, with: new)
            #expect(text != good, "\(old)")
            try Data(text.utf8).write(to: file)
            let error = #expect(throws: ModelError.self) { try source.store.model(named: "tiny-clip") }
            #expect(error?.report.code == code, "\(new)")
            let listed = try source.store.list()
            #expect(listed.count == 1 && (try? listed[0].outcome.get()) == nil)
        }
        #expect(throws: ModelError.notFound(name: "other")) { try source.store.model(named: "other") }
        #expect(throws: ModelError.notFound(name: "other")) { try source.store.verify("other") }
    }

    @Test("report progress that ends at the whole of each stage")
    func progress() throws {
        let source = try ModelsSource()
        var last: [ModelImportProgress.Stage: ModelImportProgress] = [:]
        try source.store.importModel(source.request()) { step in
            #expect(step.done >= last[step.stage]?.done ?? 0)
            last[step.stage] = step
        }
        #expect(last.count == ModelImportProgress.Stage.allCases.count)
        #expect(last.values.allSatisfy { $0.done == $0.total && $0.total > 1_000_000 })
    }

    @Test("end an import where its task is cancelled, leaving nothing")
    func cancel() async throws {
        let source = try ModelsSource()
        let store = source.store
        let request = source.request()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try store.importModel(request)
        }
        await #expect(throws: ModelError.cancelled) { try await task.value }
        #expect(try FileManager.default.contentsOfDirectory(atPath: store.root.path) == [".lock"])
    }
}
