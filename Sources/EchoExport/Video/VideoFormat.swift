internal import CFFmpeg

/// A container with its codec.
public enum VideoFormat: String, Sendable, CaseIterable {
    /// Motion JPEG in AVI: any size, one frame rate.
    case avi
    /// H.264 in MP4: even sizes, each frame with its own time, playable while it loads.
    case mp4

    /// libavformat's muxer.
    var muxer: String { rawValue }

    /// libavcodec's encoder.
    var encoder: String {
        switch self {
        case .avi: "mjpeg"
        case .mp4: "libx264"
        }
    }

    /// How pixels are handed to the encoder.
    var pixelFormat: AVPixelFormat {
        switch self {
        case .avi: AV_PIX_FMT_YUVJ422P
        case .mp4: AV_PIX_FMT_YUV420P
        }
    }

    /// Motion JPEG's quantizer, 2 (best) to 31: speckle comes back within 2 gray levels in the mean.
    static let quantizer: Int32 = 2
    /// H.264's constant rate factor, 0 (lossless) to 51: speckle comes back within 3 gray levels in the mean.
    static let rateFactor = "18"
    /// How long x264 looks for savings; pictures of noise have few.
    static let preset = "veryfast"
    /// MP4's clock: ticks a second; divides by the usual frame rates.
    static let ticks: Int32 = 90_000
    /// AVI's clock for one interval: parts of a second.
    static let microseconds: Int32 = 1_000_000
}
