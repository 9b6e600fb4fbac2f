import EchoCore
public import EchoEncode
public import EchoIndex
public import EchoReading
import Foundation

extension Workspace {
    /// Prompt sets: the user's own, then a model's, then those shipped.
    public func promptLibrary(for model: InstalledModel? = nil) -> PromptLibrary {
        let own = URL(filePath: settings.prompts, directoryHint: .isDirectory)
        return PromptLibrary(folders: [own] + [model?.prompts, shipped?.prompts].compactMap { $0 })
    }

    /// The prompt set of that name, the model of the index's prompt slot looked at too.
    ///
    /// - Throws: ``ServiceError/noPromptSet(name:)``, or what is wrong with the file.
    public func promptSet(named name: String, for index: StudyIndex) async throws -> PromptSet {
        var model: InstalledModel?
        if let space = try await index.spaces().first(where: { $0.slot.serves(.prompt) }) {
            model = try? models.model(named: space.fingerprint.model)
        }
        return try promptLibrary(for: model).set(named: name)
    }
}
