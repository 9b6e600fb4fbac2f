internal import CFFmpeg

extension VideoContainer {
    /// How many packets the container says the video stream has; 0 where it does not say.
    ///
    /// MP4's sample tables say it exactly. AVI's stream header says it; it is believed where the RIFF chunk
    /// reaches past the file's end or the index at the end is missing.
    func declaredPackets(file: RegularFile) throws(DecodeError) -> Int {
        switch format {
        case "mov": Int(avformat_index_get_entries_count(stream))
        case "avi": try RIFFHeader(file: file).isCut ? max(1, Int(stream.pointee.nb_frames)) : 0
        default: 0
        }
    }
}
