internal import CFFmpeg

/// What one pass over a video's packets tells: how many pictures it holds, and when each is shown.
struct PacketSurvey {
    /// When each picture is shown, in presentation order, from the first; milliseconds.
    let times: [Double]
    /// Where decoding can begin anew; known of H.264 alone.
    let entries: EntryPoints

    /// Bytes of parameter sets past which no entry points are looked for: real ones have some fifty each.
    private static let mostSetBytes = 1 << 20

    /// Reads every packet of the video stream once; decodes only where packets and pictures may not pair up.
    ///
    /// - Throws: ``DecodeError/truncated(held:declared:)`` where packets are cut or missing,
    ///   ``DecodeError/cutShort(held:declared:)`` where so little is left that packets cannot be counted,
    ///   ``DecodeError/noFrames``, or ``DecodeError/tooLarge(what:found:limit:)``.
    init(file: RegularFile, limits: DecodeLimits) throws(DecodeError) {
        let length = try DeclaredLength.bytes(of: file)
        let isCut = length > file.byteCount
        do throws(DecodeError) {
            try self.init(file: file, limits: limits, isCut: isCut)
        } catch {
            switch error {
            case .unreadable where isCut, .noVideoStream where isCut, .noFrames where isCut:
                throw .cutShort(held: file.byteCount, declared: length)
            case .damagedFrame(let index, _) where isCut: throw .truncated(held: index, declared: index + 1)
            default: throw error
            }
        }
        guard !isCut else { throw .cutShort(held: file.byteCount, declared: length) }
    }

    private init(file: RegularFile, limits: DecodeLimits, isCut: Bool) throws(DecodeError) {
        let container = try VideoContainer(file: file, limits: limits)
        let decoder = try VideoDecoder(stream: container.stream, limits: limits)
        let packet = try Packet()
        let isPaired = PacketPairing.isOneToOne(container.stream)
        var units = H264Units(container.stream)
        var shown: [FrameStamp] = []
        var contents: [H264Units.Content] = []
        var setBytes = 0
        var (whole, cut) = (0, 0)
        var status = container.read(into: packet.pointer)
        while status == 0 {
            if let found = units?.content(of: packet) {
                contents.append(found)
                setBytes += found.sets.reduce(0) { $0 + $1.count }
                // Fewer contents than pictures: no entry points.
                if setBytes > Self.mostSetBytes { (units, contents) = (nil, []) }
            }
            if packet.isCut { cut += 1 } else { whole += 1 }
            if isPaired && packet.isShown { shown.append(packet.stamp) }
            if !isPaired && cut == 0 { try decoder.count(packet.pointer, into: &shown) }
            guard shown.count <= limits.frames else {
                throw .tooLarge(what: "frames", found: shown.count, limit: limits.frames)
            }
            status = container.read(into: packet.pointer)
        }
        if status != echo_averror_end { cut += 1 }
        let declared = max(whole + cut, container.declaredPackets(found: whole + cut, isCut: isCut))
        guard cut == 0, whole == declared else { throw .truncated(held: whole, declared: declared) }
        if !isPaired { try decoder.count(nil, into: &shown) }
        guard !shown.isEmpty else { throw .noFrames }
        times = FrameStamp.times(of: shown, stream: container.stream.pointee)
        let presentation = shown.map(\.presentation)
        // Where an edit list cuts pictures away, or one has no time, packets do not count pictures.
        let isCounted = shown.count == whole && !presentation.contains(echo_no_timestamp)
        entries = isCounted ? EntryPoints(presentation: presentation, contents: contents) : .none
    }
}
