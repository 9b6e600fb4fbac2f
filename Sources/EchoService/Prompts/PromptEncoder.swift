import EchoCore
import EchoEncode
import EchoIndex
import EchoReading
import EchoTensor
import Foundation

/// Embeds a prompt set's sentences, or finds them where they were kept.
struct PromptEncoder: Sendable {
    let installed: InstalledModel
    /// Whose rounding the vectors have.
    let instructions: String
    /// `nil` keeps nothing.
    let cache: TextCache?
    /// Asked for where a sentence has to be embedded.
    let texts: @Sendable () throws -> TextSource

    /// The set with its vectors, and how much of it the model hardly saw in training.
    ///
    /// - Throws: `TokenizeError`, ``ServingError/busy(retryAfter:)``, or ``ServiceError/wrongSlot(found:needed:)`` for
    ///   a model of another slot.
    func encode(_ set: PromptSet) async throws -> (prompts: EncodedPromptSet, rareTokenShare: Double?) {
        guard installed.manifest.slot.serves(set.slot) else {
            throw ServiceError.wrongSlot(found: installed.manifest.slot, needed: set.slot)
        }
        let entry = try await entry(set.expanded.map(\.text))
        let shares = entry.rareTokenShares.compactMap { $0 }
        return (
            try EncodedPromptSet(set, vectors: try entry.vectors.map { try Embedding(stored: $0) }),
            shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
        )
    }

    private func entry(_ sentences: [String]) async throws -> TextCache.Entry {
        let key = TextCache.key(sentences, model: installed, instructions: instructions)
        let dimension = installed.manifest.configuration.embedDimension
        if let key, let known = cache?.entry(key, count: sentences.count, dimension: dimension) {
            return known
        }
        let embedded = try await texts().embed(sentences)
        let entry = TextCache.Entry(
            vectors: embedded.map(\.embedding.values), rareTokenShares: embedded.map(\.rareTokenShare))
        if let key { cache?.keep(entry, as: key) }
        return entry
    }
}

extension Workspace {
    /// What embeds prompt sets as a space's model does.
    func promptEncoder(for space: EmbeddingSpace) throws -> PromptEncoder {
        let workspace = self
        return PromptEncoder(
            installed: try installedModel(for: space),
            instructions: try settings.kernels().instructions.rawValue,
            cache: settings.cacheFolder.map { TextCache(folder: $0.appending(path: "texts")) }
        ) { try workspace.textSource(for: space) }
    }
}
