internal import CFFmpeg
public import EchoCore

/// Writes a clip as a video file, one frame at a time.
///
/// The file has a temporary name until ``finish()``; a writer that is dropped before leaves nothing. The same clip
/// gives the same bytes on every run. Not to be shared between tasks.
public struct VideoWriter: ~Copyable {
    private let clip: ExportClip
    private let timing: VideoTiming
    private let encoder: VideoEncoder
    private let filter: VersionFilter?
    private var converter: PictureConverter
    private let muxer: VideoMuxer
    private let file: PendingFile
    private var fed = 0
    private var written = 0

    /// Opens the encoder and the file.
    ///
    /// - Throws: ``ExportError``: the format does not hold such a clip, or the folder takes no file.
    public init(path: String, clip: ExportClip, format: VideoFormat) throws(ExportError) {
        guard format != .mp4 || (clip.size.width % 2 == 0 && clip.size.height % 2 == 0) else {
            throw .oddSize(clip.size)
        }
        av_log_set_level(AV_LOG_QUIET)
        let timing = try VideoTiming(clip, format: format)
        let converter = try PictureConverter(size: clip.size, to: format.pixelFormat)
        let encoder = try VideoEncoder(format, size: clip.size, timeBase: timing.timeBase)
        let file = PendingFile(for: path)
        let muxer = try VideoMuxer(path: file.path, format: format, timeBase: timing.timeBase)
        try encoder.describe(to: muxer.stream)
        let filter =
            format == .mp4 ? try VersionFilter(stream: muxer.stream, timeBase: timing.timeBase) : nil
        try muxer.begin(format, comment: clip.comment)
        (self.clip, self.timing) = (clip, timing)
        self.converter = converter
        self.encoder = encoder
        self.file = file
        self.muxer = muxer
        self.filter = filter
    }

    /// Encodes and writes the next frame.
    ///
    /// - Precondition: the frame has the clip's size, and the clip is not complete.
    public mutating func add(_ frame: Frame) throws(ExportError) {
        precondition(frame.size == clip.size, "a frame of \(frame.size) in a clip of \(clip.size)")
        precondition(fed < timing.stamps.count, "frame \(fed) of a clip of \(timing.stamps.count)")
        let picture = try converter.convert(frame.pixels, stamp: timing.stamps[fed])
        fed += 1
        try encoder.send(picture)
        try drain()
    }

    /// Ends the file and gives it its name.
    ///
    /// - Precondition: every frame was added.
    public consuming func finish() throws(ExportError) {
        precondition(fed == timing.stamps.count, "\(fed) frames of a clip of \(timing.stamps.count)")
        try encoder.send(nil)
        try drain()
        try muxer.finish()
        try file.publish()
    }

    private mutating func drain() throws(ExportError) {
        while let packet = try encoder.receive() {
            if filter != nil { try filter?.apply(to: packet) }
            packet.pointee.pts = timing.stamps[written]
            packet.pointee.dts = timing.stamps[written]
            packet.pointee.duration = timing.duration(of: written)
            written += 1
            try muxer.write(packet, timeBase: timing.timeBase)
        }
    }
}
