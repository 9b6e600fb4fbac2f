import EchoCore
import EchoService
import EchoTesting
import Testing

@Suite("The order of work at the encoder") struct FairOrderTests {
    @Test("puts who waits for an answer first, and lets an ingest go on all the same")
    func order() {
        var order = FairOrder<String>()
        for number in 0..<4 { order.append("b\(number)", .background) }
        for number in 0..<10 { order.append("i\(number)", .interactive) }
        var found: [String] = []
        while let next = order.next() { found.append(next) }
        #expect(
            found == [
                "i0", "i1", "i2", "i3", "b0", "i4", "i5", "i6", "i7", "b1", "i8", "i9", "b2", "b3",
            ])
    }

    @Test("lets a look whether all works pass everybody")
    func watch() {
        var order = FairOrder<String>()
        for number in 0..<3 { order.append("i\(number)", .interactive) }
        order.append("w", .watch)
        order.append("b", .background)
        #expect(order.next() == "w")
        #expect(order.next() == "i0")
        #expect(!order.isEmpty)
    }

    @Test("loses nobody, keeps each line's order and starves none", arguments: UInt64(0)..<200)
    func properties(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var order = FairOrder<Int>()
        var waiting: [Urgency: [Int]] = [.interactive: [], .background: []]
        var passedOver = 0
        for number in 0..<400 {
            if Int.random(in: 0..<5, using: &random) < 3 {
                let urgency: Urgency = Bool.random(using: &random) ? .interactive : .background
                order.append(number, urgency)
                waiting[urgency]?.append(number)
            } else {
                let next = order.next()
                let isBackground = next != nil && next == waiting[.background]?.first
                let hadBackground = waiting[.background]?.isEmpty == false
                if isBackground {
                    waiting[.background]?.removeFirst()
                    passedOver = 0
                } else if let next {
                    #expect(next == waiting[.interactive]?.first)
                    waiting[.interactive]?.removeFirst()
                    passedOver = hadBackground ? passedOver + 1 : 0
                } else {
                    let isEmpty = waiting.values.allSatisfy { $0.isEmpty }
                    #expect(isEmpty)
                }
                #expect(passedOver <= FairOrder<Int>.mostInARow)
            }
            let isEmpty = waiting.values.allSatisfy { $0.isEmpty }
            #expect(order.isEmpty == isEmpty)
        }
    }
}
