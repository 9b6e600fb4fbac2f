import EchoHTTP
import EchoTesting
import Foundation
import Testing

@Suite("The service's description") struct ContractTests {
    /// One operation as the description has it.
    struct Operation: Hashable {
        let method: String
        let path: String
        let scope: String?
    }

    static func operations(of document: JSON) -> [Operation] {
        guard case .object(let paths) = document["paths"] else { return [] }
        return paths.flatMap { path, item -> [Operation] in
            item.keys.map { method in
                let security = item[method]["security"].items.first
                return Operation(
                    method: method.uppercased(), path: path,
                    scope: security?["key"].items.first?.text)
            }
        }
    }

    @Test("names every route with its scope, and no other")
    func namesEveryRoute() async throws {
        let lab = try await ServiceLab.shared()
        let described = Set(Self.operations(of: try await lab.get("/openapi.json").json))
        let routed = Set(
            lab.server.operations.map {
                Operation(method: $0.method, path: $0.path, scope: $0.scope?.rawValue)
            })
        #expect(described.subtracting(routed) == [])
        #expect(routed.subtracting(described) == [])
        #expect(routed.count > 40)
    }

    @Test("is the file of the sources, byte for byte")
    func isTheFile() async throws {
        let file = Fixtures.root.appending(path: "Sources/EchoHTTP/openapi.json")
        let served = try await ServiceLab.shared().get("/openapi.json")
        #expect(try Data(contentsOf: file) == served.data)
        #expect(served.headers[.contentType] == "application/json")
    }

    @Test("the page's files are those of the folder, byte for byte")
    func pageIsTheFolder() async throws {
        let lab = try await ServiceLab.shared()
        let folder = Fixtures.root.appending(path: "Sources/CEchoPage/page")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.contains("index.html"))
        for name in names {
            let served = try await lab.get("/page/\(name)")
            #expect(served.status == 200, "\(name) is not in page.c")
            #expect(try Data(contentsOf: folder.appending(path: name)) == served.data)
        }
        let index = try await lab.get("/")
        #expect(try Data(contentsOf: folder.appending(path: "index.html")) == index.data)
        let again = try await lab.get("/", headers: [.ifNoneMatch: index.headers[.eTag] ?? ""])
        #expect(again.status == 304)
    }
}
