import EchoCore
import EchoPhantom
import Glibc
import Testing

@Suite("Render speed") struct RenderSpeedTests {
    /// The issue asks for 4 ms on an idle core; thrice that leaves room for a busy machine.
    private static let bound = 12.0

    @Test("is a few milliseconds a 224 by 224 frame, gray or colored", arguments: [ClipKind.bMode, .color])
    func isQuick(_ kind: ClipKind) {
        var times: [Double] = []
        for view in EchoView.allCases {
            let clip = PhantomCase.clip(PhantomCase.anatomy(1), view, kind: kind)
            for index in 0..<min(clip.frameCount, 6) {
                let start = Self.threadSeconds()
                _ = clip.frame(index)
                times.append((Self.threadSeconds() - start) * 1000)
            }
        }
        let median = times.sorted()[times.count / 2]
        print("phantom \(kind) frame 224x224: median \(median) ms of one core, n \(times.count)")
        #expect(median < Self.bound)
    }

    private static func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
