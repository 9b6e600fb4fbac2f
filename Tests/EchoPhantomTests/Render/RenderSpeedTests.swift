import EchoCore
import EchoPhantom
import EchoTensor
import EchoTesting
import Testing

@Suite("Render speed") struct RenderSpeedTests {
    /// Milliseconds: 4 on an idle core of the machine that the goal was set for, and machines differ by a quarter;
    /// thrice that where other tests run beside.
    private static let bound = TimedRun.isAlone ? 5.0 : 12.0

    @Test("is a few milliseconds a 224 by 224 frame, gray or colored", arguments: [ClipKind.bMode, .color])
    func isQuick(_ kind: ClipKind) {
        for view in EchoView.allCases {
            var times: [Double] = []
            for seed in UInt64(1)...3 {
                let clip = PhantomCase.clip(PhantomCase.anatomy(seed), view, seed: seed, kind: kind)
                for index in 0..<min(clip.frameCount, 6) {
                    let start = ThreadClock.seconds()
                    _ = clip.frame(index)
                    times.append((ThreadClock.seconds() - start) * 1000)
                }
            }
            let median = times.sorted()[times.count / 2]
            print("phantom \(view) \(kind) frame 224x224: median \(median) ms of one core, n \(times.count)")
            #expect(median <= Self.bound, "\(view)")
        }
    }
}
