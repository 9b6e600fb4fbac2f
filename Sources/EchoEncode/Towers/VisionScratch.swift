internal import EchoTensor

/// Working memory of the image tower; one thread's at a time, used again for each frame.
///
/// About 5 MB for a ConvNeXt-Base at 224 pixels.
public final class VisionScratch {
    /// The picture that a step reads and the one that it writes, in turns.
    let pictures: [FloatBuffer]
    /// A group of pixels after the depthwise convolution, or before the stem's norm.
    let convolved: FloatBuffer
    /// A group's rows on their way into a product.
    let rows: FloatBuffer
    /// A group's rows between the two linear layers of a block.
    let hidden: FloatBuffer
    /// A group's rows in a product's own format, where that is not fp32.
    let words: FloatBuffer
    let pooled: FloatBuffer
    let projection: FloatBuffer

    init(_ layers: [VisionLayer], embedDimension: Int) {
        var (picture, convolved, rows, hidden, words) = (0, 0, 0, 0, 0)
        for layer in layers {
            let pixels = layer.groupPixels
            picture = max(picture, layer.side * layer.side * layer.width)
            convolved = max(convolved, pixels * layer.width)
            rows = max(rows, ActivationRows.floats(channels: layer.inputs, rows: pixels))
            hidden = max(hidden, ActivationRows.floats(channels: 4 * layer.width, rows: pixels))
            words = max(words, layer.wordNumbers)
        }
        pictures = [FloatBuffer(count: picture), FloatBuffer(count: picture)]
        self.convolved = FloatBuffer(count: convolved)
        self.rows = FloatBuffer(count: rows)
        self.hidden = FloatBuffer(count: hidden)
        self.words = FloatBuffer(count: words)
        pooled = FloatBuffer(count: layers.last?.width ?? 0)
        projection = FloatBuffer(count: embedDimension)
    }
}
