import Crypto
import EchoCore
import EchoEncode
import EchoService
import Testing

@Suite("Calibration frames") struct CalibrationFramesTests {
    /// Fails where the simulator draws otherwise.
    ///
    /// Then `PackRecord.newestVersion` is raised, since packs that are kept
    /// were fitted to other frames, the shipped evidence is made anew, and this digest after them.
    @Test("int8 is fitted to the very frames that kept packs were fitted to")
    func fitting() throws {
        var digest = SHA256()
        for frame in try CalibrationFrames.fitting.frames(for: FrameScaler()) {
            digest.update(data: frame.pixels)
        }
        #expect(
            ContentHash(digest: digest.finalize()).hex
                == "2228514b21326643e562054a1c973feeaf60238822ef72bb2f5f2d72f4b80db2")
    }
}
