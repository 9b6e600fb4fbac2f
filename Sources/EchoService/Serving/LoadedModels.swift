import EchoCore
import EchoEncode
import Synchronization

/// Models that stay loaded, each once, with its places at the image tower and its queues.
final class LoadedModels: Sendable {
    private let limits: EncoderLimits
    private let threads: Int
    private let kept = Mutex(Kept())

    private struct Kept {
        var models: [Key: Loaded] = [:]
        /// By the fingerprint's line, in the order in which they were made.
        var queues: [(line: String, queue: EncoderQueue)] = []
    }

    private struct Key: Hashable {
        let weights: ContentHash
        let precision: Precision
    }

    private struct Loaded {
        let model: EchoModel
        let lanes: EncoderLanes
    }

    init(limits: EncoderLimits, threads: Int) {
        self.limits = limits
        self.threads = threads
    }

    /// The model with these weights in this mode, loaded now where it was not before; who asks meanwhile waits.
    func embedder(
        _ installed: InstalledModel, _ precision: Precision, frames: FrameRule, mask: MaskRule,
        load: () throws -> EchoModel
    ) throws -> ClipEmbedder {
        let key = Key(weights: installed.manifest.weights.sha256, precision: precision)
        let loaded = try kept.withLock { kept in
            if let known = kept.models[key] { return known }
            let model = try load()
            let loaded = Loaded(model: model, lanes: EncoderLanes(count: threads, model: model))
            kept.models[key] = loaded
            return loaded
        }
        return ClipEmbedder(model: loaded.model, frames: frames, mask: mask, lanes: loaded.lanes)
    }

    /// The one queue in front of such an embedder.
    func queue(for embedder: ClipEmbedder) -> EncoderQueue {
        let line = embedder.fingerprint.description
        return kept.withLock { kept in
            if let known = kept.queues.first(where: { $0.line == line }) { return known.queue }
            let queue = EncoderQueue(EncoderWork(embedder), limits: limits)
            kept.queues.append((line, queue))
            return queue
        }
    }

    /// The queue that answers in a fingerprint's words already; `nil` where none was made yet.
    func queue(of fingerprint: Fingerprint) -> EncoderQueue? {
        let line = fingerprint.description
        return kept.withLock { $0.queues.first { $0.line == line }?.queue }
    }

    /// The queues that there are.
    var queues: [EncoderQueue] { kept.withLock { $0.queues.map(\.queue) } }
}
