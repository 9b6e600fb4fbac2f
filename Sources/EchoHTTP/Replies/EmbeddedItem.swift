import EchoCore
import EchoEncode
import EchoService

/// One input of a request for embeddings, and how it ended.
struct EmbeddedItem {
    let embedding: Embedding?
    let failure: (any EchoFailure)?
    var tokens = 0
    var frames = 0

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
