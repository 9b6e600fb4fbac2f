internal import EchoTensor

/// Working memory of one forward pass of the text tower; one thread's at a time, used again for each batch.
public final class TextScratch {
    /// Tokens of all texts of a batch together, at most; a text alone may have as many as the window.
    static let batchTokens = 128

    let stream: FloatBuffer
    let normed: FloatBuffer
    let mixed: FloatBuffer
    let scores: FloatBuffer
    let hidden: FloatBuffer
    let last: FloatBuffer
    let projection: FloatBuffer

    init(_ text: TextConfiguration, embedDimension: Int) {
        let rows = max(text.contextLength, Self.batchTokens)
        stream = FloatBuffer(count: rows * text.width)
        normed = FloatBuffer(count: ActivationRows.floats(channels: text.width, rows: rows))
        mixed = FloatBuffer(count: 3 * rows * text.width)
        scores = FloatBuffer(count: text.contextLength)
        hidden = FloatBuffer(count: ActivationRows.floats(channels: 4 * text.width, rows: rows))
        last = FloatBuffer(count: rows * text.width)
        projection = FloatBuffer(count: embedDimension)
    }
}
