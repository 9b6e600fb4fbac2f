import EchoCore
import EchoEncode
import EchoService

/// How long an input waited, and was worked on.
struct ItemSeconds {
    var queue = 0.0
    var inference = 0.0

    static func += (sum: inout ItemSeconds, other: ItemSeconds) {
        sum.queue += other.queue
        sum.inference += other.inference
    }
}

/// One input of a request for embeddings, and how it ended.
struct EmbeddedItem {
    let embedding: Embedding?
    let failure: (any EchoFailure)?
    var tokens = 0
    var frames = 0
    var seconds = ItemSeconds()

    init(_ result: Result<TextEmbedding, any Error>) {
        switch result {
        case .success(let text):
            (embedding, failure) = (text.embedding, nil)
            tokens = text.tokens.count
        case .failure(let error):
            (embedding, failure) = (nil, (error as? any EchoFailure) ?? HTTPFailure.defect)
        }
    }

    init(_ outcome: ClipOutcome) {
        switch outcome {
        case .embedded(let clip):
            (embedding, failure) = (clip.embedding, nil)
            frames = clip.frames.count
            seconds.inference = clip.timing.encode
        case .quarantined(let report), .skipped(let report):
            (embedding, failure) = (nil, RefusedClip(report: report))
        }
    }

    init(_ failure: any EchoFailure) { (embedding, self.failure) = (nil, failure) }
}

/// A clip that could not be embedded; the report is the file's own.
struct RefusedClip: EchoFailure {
    let report: FailureReport
}
