public import EchoIndex
import EchoCore
import EchoEncode

extension Workspace {
    /// This workspace for a server: each model is loaded once and kept, behind a bounded queue.
    ///
    /// Every query that runs with it shares model, queue and memory of texts.
    ///
    /// - Throws: ``ServiceError/setting(_:found:expected:)`` for the number of threads.
    public func serving(_ limits: EncoderLimits = .standard) throws -> Workspace {
        var serving = self
        serving.loaded = LoadedModels(limits: limits, threads: try settings.threads())
        return serving
    }

    /// The queue in front of the model that made a space's vectors.
    ///
    /// - Throws: as ``installedModel(for:)``, and what loading throws.
    /// - Precondition: this workspace is a server's (``serving(_:)``).
    public func encoderQueue(for space: EmbeddingSpace) throws -> EncoderQueue {
        if let known = loaded?.queue(of: space.fingerprint) { return known }
        let embedder = try embedder(for: space)
        guard let loaded else { preconditionFailure("a queue is a server's: ask `serving()` first") }
        return loaded.queue(for: embedder)
    }

    /// The queues that were asked for until now.
    public var encoderQueues: [EncoderQueue] { loaded?.queues ?? [] }

    /// Where vectors of questions to a space come from.
    func textSource(for space: EmbeddingSpace) throws -> TextSource {
        guard loaded != nil else { return .model(try model(for: space)) }
        return .queue(try encoderQueue(for: space))
    }

    /// Embeds a file as a space's clips were; what is wrong with it is an outcome.
    func embed(file path: String, for space: EmbeddingSpace) async throws -> ClipOutcome {
        guard loaded != nil else { return try await embedder(for: space).embed(path: path) }
        return try await encoderQueue(for: space).embed(path: path)
    }
}
