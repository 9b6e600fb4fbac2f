internal import CFFmpeg

/// What one pass over a video's packets tells: how many pictures it holds, and when each is shown.
struct PacketSurvey {
    /// When each picture is shown, in presentation order, from the first; milliseconds.
    let times: [Double]

    /// Reads every packet of the video stream once.
    ///
    /// - Throws: ``DecodeError/truncated(held:declared:)`` where packets are cut or missing,
    ///   ``DecodeError/noFrames``, or ``DecodeError/tooLarge(what:found:limit:)``.
    init(file: RegularFile, limits: DecodeLimits) throws(DecodeError) {
        let container = try VideoContainer(file: file, limits: limits)
        let packet = try Packet()
        var shown: [(presentation: Int64, decoding: Int64)] = []
        var (whole, cut) = (0, 0)
        while container.read(into: packet.pointer) {
            if packet.isCut { cut += 1 } else { whole += 1 }
            guard packet.isShown else { continue }
            shown.append((packet.pointer.pointee.pts, packet.pointer.pointee.dts))
            guard shown.count <= limits.frames else {
                throw .tooLarge(what: "frames", found: shown.count, limit: limits.frames)
            }
        }
        let declared = max(whole + cut, try container.declaredPackets(file: file))
        guard cut == 0, whole == declared else { throw .truncated(held: whole, declared: declared) }
        guard !shown.isEmpty else { throw .noFrames }
        times = Self.times(of: shown, stream: container.stream.pointee)
    }

    /// Presentation stamps where all packets have them, else decoding stamps, else the frame rate.
    private static func times(of shown: [(presentation: Int64, decoding: Int64)], stream: AVStream)
        -> [Double]
    {
        let base = 1_000 * Double(stream.time_base.num) / Double(max(1, stream.time_base.den))
        for stamps in [shown.map(\.presentation), shown.map(\.decoding)]
        where !stamps.contains(echo_no_timestamp) {
            let ordered = stamps.sorted()
            return ordered.map { Double($0 &- ordered[0]) * base }
        }
        let rate = stream.avg_frame_rate.num > 0 ? stream.avg_frame_rate : stream.r_frame_rate
        let period = rate.num > 0 ? 1_000 * Double(rate.den) / Double(rate.num) : 40
        return shown.indices.map { Double($0) * period }
    }
}
