internal import EchoTensor

/// Working memory of one forward pass of the image tower; one thread's at a time, used again for each frame.
///
/// About 15 MB for a ConvNeXt-Base at 224 pixels.
public final class VisionScratch {
    let stream: FloatBuffer
    let branch: FloatBuffer
    let patches: FloatBuffer
    let hidden: FloatBuffer
    let output: FloatBuffer
    let pooled: FloatBuffer
    let projection: FloatBuffer

    /// Hidden values of an MLP kept at once, so that they stay in the second-level cache between its two
    /// layers.
    static let hiddenBudget = 401_408

    /// How many pixels go through an MLP together.
    static func rowsAtOnce(width: Int) -> Int { max(1, hiddenBudget / (4 * width)) }

    init(_ vision: VisionConfiguration, embedDimension: Int) {
        let grid = vision.imageSize / 4
        var (streamed, hid, out) = (0, 0, 0)
        for (stage, width) in vision.widths.enumerated() {
            let rows = (grid >> stage) * (grid >> stage)
            let together = min(rows, Self.rowsAtOnce(width: width))
            streamed = max(streamed, rows * width)
            hid = max(hid, together * 4 * width)
            out = max(out, together * width)
        }
        stream = FloatBuffer(count: streamed)
        branch = FloatBuffer(count: streamed)
        patches = FloatBuffer(count: max(streamed, grid * grid * 48))
        hidden = FloatBuffer(count: hid)
        output = FloatBuffer(count: out)
        pooled = FloatBuffer(count: vision.widths.max() ?? 0)
        projection = FloatBuffer(count: embedDimension)
    }
}
