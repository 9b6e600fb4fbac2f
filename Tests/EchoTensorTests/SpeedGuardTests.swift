import EchoTensor
import EchoTesting
import Testing

/// Our fp32 products against OpenBLAS's on the same shapes in the same process: a ratio, so that a slow or busy machine
/// judges nothing.
///
/// Ours takes a frame in groups of rows as the image tower does, OpenBLAS the whole frame at once, which suits it best.
/// Each round runs both, one after the other, and counts the thread's own processor time; the median of the rounds'
/// ratios counts.
@Suite("Speed of the products", .serialized) struct SpeedGuardTests {
    /// A ConvNeXt-Base's linear layers, a frame at once: rows, inputs, and how many blocks have them.
    static let stages = [(3136, 128, 3), (784, 256, 3), (196, 512, 27), (49, 1024, 3)]
    /// The least ratio of theirs to ours.
    ///
    /// On Zen 3 with AVX2, beside fifteen other programs, medians of 0.98 and 0.99 were measured of bare products: bias,
    /// GELU and residual are ours for nothing, and work of OpenBLAS's caller. Far below that something is broken.
    static let least = 0.85
    static let rounds = 9

    @Test("our fp32 products are about as fast as OpenBLAS's, or faster")
    func againstOpenBLAS() throws {
        guard let portable = Kernels(.portable), Kernels.best.instructions != .portable else { return }
        BLASThreads.set(1)
        var ratios: [Double] = []
        let pairs = Self.stages.flatMap { rows, width, _ in
            [(rows, width, 4 * width), (rows, 4 * width, width)].map { SpeedPair($0, portable: portable) }
        }
        let weights = Self.stages.flatMap { [Double($0.2), Double($0.2)] }
        for round in 0...Self.rounds {
            var (ours, theirs) = (0.0, 0.0)
            for (pair, weight) in zip(pairs, weights) {
                let times = pair.run()
                ours += weight * times.ours
                theirs += weight * times.theirs
            }
            if round > 0 { ratios.append(theirs / ours) }
        }
        ratios.sort()
        print("fp32 products against OpenBLAS: median ratio \(ratios[ratios.count / 2]), \(ratios)")
        #expect(ratios[ratios.count / 2] >= Self.least)
    }
}

/// One layer, ours and OpenBLAS's, and rows to put through both.
struct SpeedPair {
    private let rows: Int
    /// Rows that go through together.
    private let group: Int
    private let ours: PackedLinear
    private let theirs: PackedLinear
    private let input: ActivationRows
    private let output: FloatBuffer

    init(_ shape: (rows: Int, inputs: Int, outputs: Int), portable: Kernels) {
        let layer = LinearLayer(
            weights: FloatTensor(shape: [shape.outputs, shape.inputs]) { Float($0 % 17) / 17 - 0.5 },
            bias: FloatTensor(shape: [shape.outputs]) { Float($0 % 5) })
        rows = shape.rows
        group = min(rows, max(1, 57_344 / min(shape.inputs, shape.outputs)))
        ours = PackedLinear(layer, kernels: .best)
        theirs = PackedLinear(layer, kernels: portable)
        input = ActivationRows(
            FloatBuffer(count: ActivationRows.floats(channels: shape.inputs, rows: shape.rows)),
            channels: shape.inputs, capacity: shape.rows)
        output = FloatBuffer(count: shape.rows * shape.outputs)
        let values = FloatBuffer(count: shape.rows * shape.inputs)
        values.fill(from: (0..<shape.rows * shape.inputs).map { Float($0 % 13) / 13 - 0.5 })
        Kernels.copy(values, rows: shape.rows, into: input)
    }

    /// Seconds of the thread's own time.
    func run() -> (ours: Double, theirs: Double) {
        let grouped = Self.time {
            for first in stride(from: 0, to: rows, by: group) {
                ours.apply(input, rows: min(group, rows - first), into: output, firstRow: first)
            }
        }
        return (grouped, Self.time { theirs.apply(input, rows: rows, into: output) })
    }

    private static func time(_ work: () -> Void) -> Double {
        let start = ThreadClock.seconds()
        work()
        return ThreadClock.seconds() - start
    }
}
