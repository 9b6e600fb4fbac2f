internal import CFFmpeg

/// Whether a codec gives one picture for each packet.
enum PacketPairing {
    private static let paired: Set<UInt32> = [
        AV_CODEC_ID_H264.rawValue, AV_CODEC_ID_HEVC.rawValue, AV_CODEC_ID_VP9.rawValue,
        AV_CODEC_ID_AV1.rawValue, AV_CODEC_ID_GIF.rawValue,
    ]

    /// Known for these codecs and for all whose pictures stand alone.
    ///
    /// MPEG-4's packed B-frames, VP8's hidden frames and their like are counted by decoding.
    static func isOneToOne(_ stream: UnsafeMutablePointer<AVStream>) -> Bool {
        paired.contains(stream.pointee.codecpar.pointee.codec_id.rawValue) || standsAlone(stream)
    }

    /// Whether each picture decodes without any other, so that unwanted ones need not be decoded.
    static func standsAlone(_ stream: UnsafeMutablePointer<AVStream>) -> Bool {
        guard let descriptor = avcodec_descriptor_get(stream.pointee.codecpar.pointee.codec_id) else {
            return false
        }
        return descriptor.pointee.props & AV_CODEC_PROP_INTRA_ONLY != 0
    }
}
