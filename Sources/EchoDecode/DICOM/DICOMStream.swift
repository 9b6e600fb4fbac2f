internal import CFFmpeg
internal import EchoCore

/// A video stream in pixel data: all fragments are one stream, decoded from its start onwards.
final class DICOMStream {
    private let demuxer: DICOMStreamDemuxer
    private let scaler: DICOMStreamScaler
    /// The picture decoded ahead to learn the extent, until it is asked for.
    private var first: [UInt8]?
    private var next = 1
    /// Pictures in the stream, which is what counts, not NumberOfFrames.
    let frameCount: Int
    let size: PictureSize
    /// Milliseconds between frames by the stream's own header.
    let interval: Double?

    /// Opens the stream, counts its pictures and decodes the first.
    ///
    /// The coded pictures are counted without decoding; only where their number is not `declared` is the
    /// stream decoded once to count what comes out.
    init(
        _ file: RegularFile, ranges: [Range<Int>], declared: Int, limits: DecodeLimits
    ) throws(DecodeError) {
        LibavLog.silence()
        var count = try Self.restarted(file, ranges, limits).countPackets(upTo: limits.frames)
        guard count <= limits.frames else {
            throw .tooLarge(what: "frames", found: count, limit: limits.frames)
        }
        if count != declared {
            let counting = try Self.restarted(file, ranges, limits)
            count = 0
            while count <= limits.frames, try counting.next(index: count) != nil { count += 1 }
        }
        guard count > 0 else { throw .noFrames }
        guard count >= declared else { throw .truncated(held: count, declared: declared) }
        demuxer = try Self.restarted(file, ranges, limits)
        guard let picture = try demuxer.next(index: 0) else { throw .noFrames }
        let (width, height) = (Int(picture.pointee.width), Int(picture.pointee.height))
        guard width > 0, height > 0 else { throw .damagedFrame(index: 0, status: echo_averror_invalid) }
        try limits.check(width: width, height: height)
        size = PictureSize(width: width, height: height)
        scaler = DICOMStreamScaler(size: size)
        first = try scaler.pixels(picture, index: 0)
        frameCount = count
        interval = demuxer.interval
    }

    private static func restarted(
        _ file: RegularFile, _ ranges: [Range<Int>], _ limits: DecodeLimits
    ) throws(DecodeError) -> DICOMStreamDemuxer {
        try DICOMStreamDemuxer(file, ranges: ranges, limits: limits)
    }

    /// Decodes up to a picture and converts it; shape `[height, width, 3]`.
    ///
    /// - Precondition: `index` is above every one asked for before.
    func pixels(at index: Int) throws(DecodeError) -> [UInt8] {
        if index == 0, let first {
            self.first = nil
            return first
        }
        precondition(index >= next, "picture \(index) of a stream whose next one is \(next)")
        first = nil
        while true {
            guard let picture = try demuxer.next(index: next) else {
                throw .truncated(held: next, declared: frameCount)
            }
            next += 1
            if next > index { return try scaler.pixels(picture, index: index) }
        }
    }
}
