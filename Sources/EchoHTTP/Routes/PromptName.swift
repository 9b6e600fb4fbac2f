import EchoCore
import EchoIndex
import EchoReading
import EchoService

/// Prompt sets by name; a name that could lead to a file of the server is none.
enum PromptName {
    /// The sets that can be asked for here.
    static func library(_ served: ServedIndex) async throws -> PromptLibrary {
        let space = try await served.spaces().first { $0.slot.serves(.prompt) }
        let model = space.flatMap { try? served.workspace.installedModel(for: $0) }
        return served.workspace.promptLibrary(for: model)
    }

    /// The set of that name.
    ///
    /// - Throws: `ServiceError/noPromptSet(name:)`; what is wrong with its file.
    static func set(_ name: String, _ served: ServedIndex) async throws -> PromptSet {
        let isName = name.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
                || byte == 0x2D || byte == 0x5F
        }
        guard isName, (1...200).contains(name.utf8.count) else { throw HTTPFailure.noSet }
        return try await library(served).set(named: name)
    }
}
