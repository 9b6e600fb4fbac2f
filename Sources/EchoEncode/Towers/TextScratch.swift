internal import EchoTensor

/// Working memory of one forward pass of the text tower; one thread's at a time, used again for each text.
public final class TextScratch {
    let stream: FloatBuffer
    let normed: FloatBuffer
    let mixed: FloatBuffer
    let scores: FloatBuffer
    let hidden: FloatBuffer
    let branch: FloatBuffer
    let projection: FloatBuffer

    init(_ text: TextConfiguration, embedDimension: Int) {
        let numbers = text.contextLength * text.width
        stream = FloatBuffer(count: numbers)
        normed = FloatBuffer(count: numbers)
        mixed = FloatBuffer(count: 3 * numbers)
        scores = FloatBuffer(count: text.contextLength * text.contextLength)
        hidden = FloatBuffer(count: 4 * numbers)
        branch = FloatBuffer(count: numbers)
        projection = FloatBuffer(count: embedDimension)
    }
}
