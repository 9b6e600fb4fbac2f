internal import CFFmpeg

/// What the units of an H.264 packet say of where decoding can begin anew.
///
/// The container's own mark does not tell pictures after which none looks back from those at which decoding may
/// merely be joined.
///
/// - Source: ITU-T H.264, tables 7-1 and B.1; ISO/IEC 14496-15, 5.3.3.1.
struct H264Units {
    /// What a packet holds.
    struct Content: OptionSet {
        let rawValue: Int
        /// An instantaneous decoding refresh picture: no later one looks back past it.
        static let refresh = Content(rawValue: 1 << 0)
        /// Any other picture.
        static let picture = Content(rawValue: 1 << 1)
        /// A sequence parameter set.
        static let sequence = Content(rawValue: 1 << 2)
        /// A picture parameter set.
        static let parameters = Content(rawValue: 1 << 3)
        /// Parameters of another kind, or a new head of the stream.
        static let more = Content(rawValue: 1 << 4)

        /// Whether later pictures may be decoded by what it holds.
        var sets: Bool { !isDisjoint(with: [.sequence, .parameters, .more]) }
    }

    private static let kinds: [UInt8: Content] = [
        1: .picture, 2: .picture, 3: .picture, 4: .picture, 5: .refresh,
        7: .sequence, 8: .parameters, 13: .more, 15: .more,
    ]
    /// Bytes of the length in front of each unit; `nil` where start codes stand in front.
    private let lengthBytes: Int?

    /// - Returns: `nil` for another codec.
    init?(_ stream: UnsafeMutablePointer<AVStream>) {
        guard let parameters = stream.pointee.codecpar?.pointee, parameters.codec_id == AV_CODEC_ID_H264
        else { return nil }
        let extra = UnsafeBufferPointer(start: parameters.extradata, count: Int(parameters.extradata_size))
        // An AVC configuration record begins with its version, 1; a start code with 0.
        lengthBytes = extra.count > 6 && extra[0] == 1 ? Int(extra[4] & 3) + 1 : nil
    }

    /// Looks at the head of each unit of a packet.
    ///
    /// - Complexity: O(units) where lengths stand in front, else O(bytes).
    func content(of packet: borrowing Packet) -> Content {
        let bytes = UnsafeBufferPointer(
            start: packet.pointer.pointee.data, count: Int(packet.pointer.pointee.size))
        var content: Content = packet.hasNewHead ? .more : []
        var place = 0
        while let unit = next(in: bytes, from: &place) {
            content.formUnion(Self.kinds[bytes[unit] & 0x1F] ?? [])
        }
        return content
    }

    /// Where the next unit begins; moves on to what is in front of the one after it.
    private func next(in bytes: UnsafeBufferPointer<UInt8>, from place: inout Int) -> Int? {
        if let lengthBytes {
            let unit = place + lengthBytes
            guard unit < bytes.count else { return nil }
            let length = bytes[place..<unit].reduce(0) { $0 << 8 | Int($1) }
            guard length > 0, length <= bytes.count - unit else { return nil }
            place = unit + length
            return unit
        }
        while place + 3 < bytes.count {
            place += 1
            if bytes[place - 1] == 0, bytes[place] == 0, bytes[place + 1] == 1 {
                place += 2
                return place
            }
        }
        return nil
    }
}
