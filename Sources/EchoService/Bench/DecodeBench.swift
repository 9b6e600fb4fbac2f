public import EchoCore
import EchoDecode
public import EchoTensor

/// How fast a clip's frames are read and converted to RGB.
public struct DecodeBench: Sendable, Encodable {
    /// The frame rule.
    public let frames: String
    /// Frames read.
    public let frameCount: Int
    /// Frames read for each second of the median run.
    public let framesPerSecond: Double
    /// Frames read for each second of processor time.
    public let framesPerProcessorSecond: Double
    /// The runs.
    public let times: BenchTimes
    /// The machine.
    public let place: BenchPlace

    enum CodingKeys: String, CodingKey {
        case frames, frameCount, framesPerSecond, framesPerProcessorSecond
    }

    /// Reads a clip again and again.
    ///
    /// - Throws: a `DecodeError` for a file that is no clip.
    public init(
        path: String, frames rule: FrameRule, kernels: Kernels, runs: Int = BenchTimes.leastRuns
    ) async throws {
        place = BenchPlace(kernels)
        var count = 0
        times = try await BenchTimes.measure(runs: runs) {
            let reader = try ClipReader(DecodeRequest(path: path, frames: rule))
            count = 0
            while try reader.nextFrame() != nil { count += 1 }
        }
        frames = rule.description
        frameCount = count
        framesPerSecond = Double(count) / times.secondsMedian
        framesPerProcessorSecond = Double(count) / times.processorSecondsMedian
    }
}
