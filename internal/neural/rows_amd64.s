//go:build amd64 && !purego

#include "textflag.h"

// These do what norm.go, linear.go and encoder.go say in Go, operation by
// operation and in the same order, eight numbers at a time. No multiply-add is
// fused: the bits must be the same.

// ONES fills a register with 1.0.
#define ONES(r) VPCMPEQD r, r, r; VPSRLD $25, r, r; VPSLLD $23, r, r

// POSITIVE sets negative numbers of r to zero by their sign bit; t is lost.
#define POSITIVE(r, t) VPSRAD $31, r, t; VPANDN r, t, r

// FIXED writes sixteen numbers of a and b to 16-bit fixed point at p. Y10 to
// Y14 hold Fine, -32767, 32767, 65536.5 and the integer 65536.
#define FIXED(a, b, x, p) \
	VMULPS Y10, a, a; VMULPS Y10, b, b; \
	VMAXPS Y11, a, a; VMAXPS Y11, b, b; \
	VMINPS Y12, a, a; VMINPS Y12, b, b; \
	VADDPS Y13, a, a; VADDPS Y13, b, b; \
	VCVTTPS2DQ a, a; VCVTTPS2DQ b, b; \
	VPSUBD Y14, a, a; VPSUBD Y14, b, b; \
	VPACKSSDW b, a, x; VPERMQ $0xD8, x, x; VMOVDQU x, p

DATA fixed<>+0(SB)/4, $0x44800000 // 1024
DATA fixed<>+4(SB)/4, $0xC6FFFE00 // -32767
DATA fixed<>+8(SB)/4, $0x46FFFE00 // 32767
DATA fixed<>+12(SB)/4, $0x47800040 // 65536.5
DATA fixed<>+16(SB)/4, $0x00010000
GLOBL fixed<>(SB), RODATA|NOPTR, $20

#define FIXEDINIT \
	VBROADCASTSS fixed<>+0(SB), Y10; VBROADCASTSS fixed<>+4(SB), Y11; \
	VBROADCASTSS fixed<>+8(SB), Y12; VBROADCASTSS fixed<>+12(SB), Y13; \
	VPBROADCASTD fixed<>+16(SB), Y14

// func round16(n int, q *int16, x *float32)
TEXT ·round16(SB), NOSPLIT, $0-24
	MOVQ n+0(FP), CX
	MOVQ q+8(FP), DI
	MOVQ x+16(FP), SI
	FIXEDINIT
roundloop:
	VMOVUPS (SI), Y0
	VMOVUPS 32(SI), Y1
	FIXED(Y0, Y1, Y2, (DI))
	ADDQ $64, SI
	ADDQ $32, DI
	SUBQ $16, CX
	JG   roundloop
	VZEROUPPER
	RET

// func rectify8(n int, x *float32)
TEXT ·rectify8(SB), NOSPLIT, $0-16
	MOVQ n+0(FP), CX
	MOVQ x+8(FP), SI
rectloop:
	VMOVUPS (SI), Y0
	POSITIVE(Y0, Y1)
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	SUBQ $8, CX
	JG   rectloop
	VZEROUPPER
	RET

// func addPositive8(n int, dst, src *float32)
TEXT ·addPositive8(SB), NOSPLIT, $0-24
	MOVQ n+0(FP), CX
	MOVQ dst+8(FP), DI
	MOVQ src+16(FP), SI
posloop:
	VMOVUPS (SI), Y0
	POSITIVE(Y0, Y1)
	VADDPS (DI), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	ADDQ $32, SI
	SUBQ $8, CX
	JG   posloop
	VZEROUPPER
	RET

// func addBytes8(n int, dst *float32, row *byte, scale float32)
TEXT ·addBytes8(SB), NOSPLIT, $0-28
	MOVQ n+0(FP), CX
	MOVQ dst+8(FP), DI
	MOVQ row+16(FP), SI
	VBROADCASTSS scale+24(FP), Y15
bytesloop:
	VPMOVSXBD (SI), Y0
	VCVTDQ2PS Y0, Y0
	VMULPS Y15, Y0, Y0
	VADDPS (DI), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	ADDQ $8, SI
	SUBQ $8, CX
	JG   bytesloop
	VZEROUPPER
	RET

// ADDBYTES adds eight bytes at p, times the scale in Y15, to a.
#define ADDBYTES(p, a, t) VPMOVSXBD p, t; VCVTDQ2PS t, t; VMULPS Y15, t, t; VADDPS t, a, a

// func addRows32(n, count int, dst *float32, rows *uint32, data *byte, scale *float32)
// As addBytes8 for count rows one after the other; n is a multiple of 32.
TEXT ·addRows32(SB), NOSPLIT, $0-48
	MOVQ n+0(FP), CX
	MOVQ dst+16(FP), DI
	MOVQ data+32(FP), R11
	MOVQ scale+40(FP), R10
	MOVQ CX, DX // bytes a row
addblock:
	MOVQ count+8(FP), R8
	MOVQ rows+24(FP), R9
	VMOVUPS (DI), Y0
	VMOVUPS 32(DI), Y1
	VMOVUPS 64(DI), Y2
	VMOVUPS 96(DI), Y3
addone:
	MOVL (R9), AX
	VBROADCASTSS (R10)(AX*4), Y15
	IMULQ DX, AX
	ADDQ R11, AX
	ADDBYTES((AX), Y0, Y4)
	ADDBYTES(8(AX), Y1, Y5)
	ADDBYTES(16(AX), Y2, Y6)
	ADDBYTES(24(AX), Y3, Y7)
	ADDQ $4, R9
	DECQ R8
	JNZ  addone
	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	ADDQ $128, DI
	ADDQ $32, R11
	SUBQ $32, CX
	JG   addblock
	VZEROUPPER
	RET

// func sum16(n, count int, rows *[]float32, q *int16)
// The sum of count rows, negative numbers set to zero, in fixed point.
TEXT ·sum16(SB), NOSPLIT, $0-32
	MOVQ n+0(FP), CX
	MOVQ q+24(FP), DI
	FIXEDINIT
	XORQ DX, DX
sumblock:
	MOVQ count+8(FP), R8
	MOVQ rows+16(FP), R9
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
sumrow:
	MOVQ (R9), SI
	VADDPS (SI)(DX*4), Y0, Y0
	VADDPS 32(SI)(DX*4), Y1, Y1
	ADDQ $24, R9
	DECQ R8
	JNZ  sumrow
	POSITIVE(Y0, Y2)
	POSITIVE(Y1, Y3)
	FIXED(Y0, Y1, Y2, (DI)(DX*2))
	ADDQ $16, DX
	CMPQ DX, CX
	JLT  sumblock
	VZEROUPPER
	RET

// func gate8(n int, y *float32, yStep, half int, h *float32, hStep int)
// Eight lanes of a gate along n tokens; steps and half in bytes, steps may be
// negative.
TEXT ·gate8(SB), NOSPLIT, $0-48
	MOVQ n+0(FP), CX
	MOVQ y+8(FP), SI
	MOVQ yStep+16(FP), R8
	MOVQ half+24(FP), R9
	MOVQ h+32(FP), DI
	MOVQ hStep+40(FP), R10
	ONES(Y15)
	VPCMPEQD Y14, Y14, Y14
	VPSRLD $26, Y14, Y14
	VPSLLD $24, Y14, Y14 // 0.5
	VXORPS Y0, Y0, Y0
gateloop:
	VMOVUPS (SI), Y1
	VMOVUPS (SI)(R9*1), Y2
	VMULPS Y1, Y1, Y3
	VMULPS Y2, Y2, Y4
	VADDPS Y15, Y3, Y3
	VADDPS Y15, Y4, Y4
	VSQRTPS Y3, Y3
	VSQRTPS Y4, Y4
	VDIVPS Y3, Y1, Y1
	VDIVPS Y4, Y2, Y2
	VMULPS Y14, Y1, Y1
	VADDPS Y14, Y1, Y1
	VSUBPS Y0, Y2, Y2
	VMULPS Y1, Y2, Y2
	VADDPS Y2, Y0, Y0
	VADDPS (DI), Y0, Y5
	VMOVUPS Y5, (DI)
	ADDQ R8, SI
	ADDQ R10, DI
	DECQ CX
	JNZ  gateloop
	VZEROUPPER
	RET

// SPREAD fills f with the number i of the four in x.
#define SPREAD(i, x, f, g) VSHUFPS $i, x, x, f; VINSERTF128 $1, f, g, g

// APPLY normalises eight numbers at p: mean m, over o.
#define APPLY(p, m, o) \
	VMOVUPS p, Y11; VSUBPS m, Y11, Y11; VMULPS o, Y11, Y11; \
	VMULPS Y9, Y11, Y11; VADDPS Y10, Y11, Y11; VMOVUPS Y11, p

// SQUARE adds the squares of four numbers at p less the mean m to s.
#define SQUARE(p, m, s, t) VMOVUPS p, t; VSUBPS m, t, t; VMULPS t, t, t; VADDPS t, s, s

// func norm4(d int, x, gain, bias *float32, width, floor float32)
// The layer norm of four rows at once, each in the order of sums of Moments.
TEXT ·norm4(SB), NOSPLIT, $0-40
	MOVQ d+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ gain+16(FP), R10
	MOVQ bias+24(FP), R11
	LEAQ (SI)(CX*4), R8
	LEAQ (R8)(CX*4), R9
	LEAQ (R9)(CX*4), R12
	VBROADCASTSS width+32(FP), X14
	VBROADCASTSS floor+36(FP), X15
	VXORPS X0, X0, X0
	VXORPS X1, X1, X1
	VXORPS X2, X2, X2
	VXORPS X3, X3, X3
	XORQ AX, AX
meanloop:
	VADDPS (SI)(AX*4), X0, X0
	VADDPS (R8)(AX*4), X1, X1
	VADDPS (R9)(AX*4), X2, X2
	VADDPS (R12)(AX*4), X3, X3
	ADDQ $4, AX
	CMPQ AX, CX
	JLT  meanloop
	VHADDPS X1, X0, X0
	VHADDPS X3, X2, X2
	VHADDPS X2, X0, X0
	VDIVPS X14, X0, X4
	SPREAD(0x00, X4, X5, Y5)
	SPREAD(0x55, X4, X6, Y6)
	SPREAD(0xAA, X4, X7, Y7)
	SPREAD(0xFF, X4, X8, Y8)
	VXORPS X0, X0, X0
	VXORPS X1, X1, X1
	VXORPS X2, X2, X2
	VXORPS X3, X3, X3
	XORQ AX, AX
squareloop:
	SQUARE((SI)(AX*4), X5, X0, X10)
	SQUARE((R8)(AX*4), X6, X1, X11)
	SQUARE((R9)(AX*4), X7, X2, X12)
	SQUARE((R12)(AX*4), X8, X3, X13)
	ADDQ $4, AX
	CMPQ AX, CX
	JLT  squareloop
	VHADDPS X1, X0, X0
	VHADDPS X3, X2, X2
	VHADDPS X2, X0, X0
	VDIVPS X14, X0, X0
	VADDPS X15, X0, X0
	VSQRTPS X0, X0
	ONES(X1)
	VDIVPS X0, X1, X0
	SPREAD(0x55, X0, X1, Y1)
	SPREAD(0xAA, X0, X2, Y2)
	SPREAD(0xFF, X0, X3, Y3)
	SPREAD(0x00, X0, X4, Y4)
	XORQ AX, AX
applyloop:
	VMOVUPS (R10)(AX*4), Y9
	VMOVUPS (R11)(AX*4), Y10
	APPLY((SI)(AX*4), Y5, Y4)
	APPLY((R8)(AX*4), Y6, Y1)
	APPLY((R9)(AX*4), Y7, Y2)
	APPLY((R12)(AX*4), Y8, Y3)
	ADDQ $8, AX
	CMPQ AX, CX
	JLT  applyloop
	VZEROUPPER
	RET
