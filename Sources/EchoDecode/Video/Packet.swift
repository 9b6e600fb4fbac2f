internal import CFFmpeg

/// One reusable packet; it owns its `AVPacket`, cannot be copied, and frees it once.
struct Packet: ~Copyable {
    /// The C packet.
    let pointer: UnsafeMutablePointer<AVPacket>

    /// An empty packet.
    init() throws(DecodeError) {
        guard let fresh = av_packet_alloc() else { throw .unreadable(status: echo_averror_memory) }
        pointer = fresh
    }

    deinit {
        var freeing: UnsafeMutablePointer<AVPacket>? = pointer
        av_packet_free(&freeing)
    }

    /// Whether its picture is shown: no edit list cuts it away.
    var isShown: Bool { pointer.pointee.flags & AV_PKT_FLAG_DISCARD == 0 }

    /// Whether libavformat could not read the whole of it.
    var isCut: Bool { pointer.pointee.flags & AV_PKT_FLAG_CORRUPT != 0 }

    /// Whether parameters of the stream come with it that hold from here on.
    var hasNewHead: Bool {
        av_packet_get_side_data(pointer, AV_PKT_DATA_NEW_EXTRADATA, nil) != nil
    }

    /// Its times.
    var stamp: FrameStamp { FrameStamp(presentation: pointer.pointee.pts, decoding: pointer.pointee.dts) }
}
