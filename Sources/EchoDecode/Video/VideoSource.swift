internal import CFFmpeg
package import EchoCore

/// A clip that libav* reads: AVI, MP4, MOV, GIF, a single picture, anything libavformat demuxes.
package final class VideoSource: FrameSource {
    /// The file's facts.
    package let clip: Clip
    private let container: VideoContainer
    private let decoder: VideoDecoder
    private let packet: Packet
    private var converter = RGBConverter()
    /// The place of the frame that the decoder gives next.
    private var place = 0
    private var packetsRead = 0
    private let standsAlone: Bool
    private let entries: EntryPoints
    /// When the next picture has to be shown, where decoding has just begun anew.
    private var awaited: Int64?

    /// Opens a file and counts its frames.
    package convenience init(path: String, limits: DecodeLimits) throws(DecodeError) {
        try self.init(file: RegularFile(path: path, limits: limits), limits: limits)
    }

    /// Surveys an open file's packets, then starts again from the first.
    init(file: RegularFile, limits: DecodeLimits) throws(DecodeError) {
        let survey = try PacketSurvey(file: file, limits: limits)
        container = try VideoContainer(file: file, limits: limits)
        decoder = try VideoDecoder(stream: container.stream, limits: limits)
        packet = try Packet()
        standsAlone = PacketPairing.standsAlone(container.stream)
        entries = survey.entries
        let parameters = container.stream.pointee.codecpar.pointee
        guard parameters.width > 0, parameters.height > 0 else { throw .noFrames }
        clip = Clip(
            container: container.format, codec: VideoDecoder.name(of: parameters.codec_id),
            size: PictureSize(width: Int(parameters.width), height: Int(parameters.height)),
            frameTimes: survey.times)
    }

    func frame(at index: Int) throws(DecodeError) -> Frame {
        precondition(
            place <= index && index < clip.frameCount,
            "frame \(index) was asked for at \(place) of \(clip.frameCount)")
        if !standsAlone, let entry = entries.last(upTo: index) { try enter(at: entry) }
        while place < index { try standsAlone ? skip() : advance() }
        try advance()
        return try converted(index: index)
    }

    /// Passes over a picture that no other needs.
    private func skip() throws(DecodeError) {
        repeat {
            guard read() else { throw .truncated(held: place, declared: clip.frameCount) }
        } while !packet.isShown
        place += 1
    }

    /// Passes over the packets before an entry point that is yet to come.
    private func enter(at entry: Int) throws(DecodeError) {
        guard entry > place, entry >= packetsRead else { return }
        if packetsRead == 0, read() {
            // Its encoder's name, by which the decoder knows old encoders' faults; any fault of its own is not asked for.
            _ = decoder.send(packet.pointer)
        }
        while packetsRead < entry {
            guard read() else { throw .truncated(held: place, declared: clip.frameCount) }
        }
        decoder.restart()
        place = entry
        awaited = entries.stamps[entry]
    }

    /// Reads the next packet; `false` at the end.
    private func read() -> Bool {
        guard container.read(into: packet.pointer) == 0 else { return false }
        packetsRead += 1
        return true
    }

    /// Decodes the next frame in presentation order.
    private func advance() throws(DecodeError) {
        defer { place += 1 }
        while true {
            switch decoder.receive() {
            case .frame: return try check()
            case .finished: throw .truncated(held: place, declared: clip.frameCount)
            case .failed(let status): throw .damagedFrame(index: place, status: status)
            case .needsPacket: try feed()
            }
        }
    }

    /// What the packets promised of an entry point, the decoder has to keep.
    private func check() throws(DecodeError) {
        guard let stamp = awaited else { return }
        awaited = nil
        guard decoder.frame.pointee.pts == stamp else {
            throw .damagedFrame(index: place, status: echo_averror_invalid)
        }
    }

    private func feed() throws(DecodeError) {
        let status = decoder.send(read() ? packet.pointer : nil)
        guard status >= 0 || status == echo_averror_end else {
            throw .damagedFrame(index: place, status: status)
        }
    }

    private func converted(index: Int) throws(DecodeError) -> Frame {
        let (width, height) = (Int(decoder.frame.pointee.width), Int(decoder.frame.pointee.height))
        guard width == clip.size.width, height == clip.size.height else {
            throw .damagedFrame(index: index, status: echo_averror_changed)
        }
        guard !decoder.frameIsDamaged, let pixels = converter.pixels(of: decoder.frame, size: clip.size)
        else {
            throw .damagedFrame(index: index, status: echo_averror_invalid)
        }
        return Frame(
            index: index, time: .microseconds(Int64((clip.frameTimes[index] * 1_000).rounded())),
            size: clip.size, pixels: pixels)
    }
}
