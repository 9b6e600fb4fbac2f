import EchoCore
import EchoPhantom
import Testing

@Suite("Color clips") struct ColorTests {
    private func colored(_ clip: PhantomClip) -> Int {
        (0..<clip.frameCount).map { index in
            let pixels = clip.frame(index).pixels
            return clip.sectorPixels.filter { pixels[$0 * 3] != pixels[$0 * 3 + 2] }.count
        }.reduce(0, +)
    }

    @Test("have red and blue flow in a box; B-mode clips are gray")
    func haveColors() {
        let anatomy = PhantomCase.anatomy(1)
        let clip = PhantomCase.clip(anatomy, .apicalFourChamber, kind: .color)
        var red = 0
        var blue = 0
        for index in 0..<clip.frameCount {
            let pixels = clip.frame(index).pixels
            for place in clip.sectorPixels {
                if pixels[place * 3] > pixels[place * 3 + 2] &+ 60 { red += 1 }
                if Int(pixels[place * 3 + 2]) > Int(pixels[place * 3]) + 60 { blue += 1 }
            }
        }
        #expect(red > 100 && blue > 100)
        #expect(colored(PhantomCase.clip(anatomy, .apicalFourChamber)) == 0)
    }

    @Test("show a larger jet for a worse leak")
    func showJets() {
        var areas: [Int] = []
        for grade in Severity.allCases {
            var anatomy = HeartAnatomy()
            anatomy.mitralRegurgitation = grade
            areas.append(colored(PhantomCase.clip(anatomy, .apicalFourChamber, kind: .color)))
        }
        #expect(areas == areas.sorted() && areas[3] > areas[0])
    }
}
