//go:build amd64 && !purego

#include "textflag.h"

// OUT scales the sums in a, adds the bias and writes them to the next row of y.
#define OUT(a) VCVTDQ2PS a, a; VMULPS Z16, a, a; VADDPS Z17, a, a; VMOVUPS a, (DX); ADDQ R9, DX

// func dot8(pairs int, x *int16, xRow int, w *int8, scale, bias, y *float32, yRow int)
// As dot4, with eight rows of x and the instructions of AVX-512 VNNI.
TEXT ·dot8(SB), NOSPLIT, $0-64
	MOVQ pairs+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ xRow+16(FP), R8
	MOVQ w+24(FP), DI
	MOVQ scale+32(FP), R10
	MOVQ bias+40(FP), R11
	MOVQ y+48(FP), DX
	MOVQ yRow+56(FP), R9
	LEAQ (R8)(R8*2), R12
	LEAQ (SI)(R8*4), BX
	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1
	VPXORD Z2, Z2, Z2
	VPXORD Z3, Z3, Z3
	VPXORD Z4, Z4, Z4
	VPXORD Z5, Z5, Z5
	VPXORD Z6, Z6, Z6
	VPXORD Z7, Z7, Z7
loop8:
	VPMOVSXBW (DI), Z8
	VPDPWSSD.BCST (SI), Z8, Z0
	VPDPWSSD.BCST (SI)(R8*1), Z8, Z1
	VPDPWSSD.BCST (SI)(R8*2), Z8, Z2
	VPDPWSSD.BCST (SI)(R12*1), Z8, Z3
	VPDPWSSD.BCST (BX), Z8, Z4
	VPDPWSSD.BCST (BX)(R8*1), Z8, Z5
	VPDPWSSD.BCST (BX)(R8*2), Z8, Z6
	VPDPWSSD.BCST (BX)(R12*1), Z8, Z7
	ADDQ $4, SI
	ADDQ $4, BX
	ADDQ $32, DI
	DECQ CX
	JNZ  loop8
	VMOVUPS (R10), Z16
	VMOVUPS (R11), Z17
	OUT(Z0)
	OUT(Z1)
	OUT(Z2)
	OUT(Z3)
	OUT(Z4)
	OUT(Z5)
	OUT(Z6)
	OUT(Z7)
	VZEROUPPER
	RET

// func dot1wide(pairs int, x *int16, w *int8, scale, bias, y *float32)
// As dot1, with the instructions of AVX-512 VNNI; pairs is even.
TEXT ·dot1wide(SB), NOSPLIT, $0-48
	MOVQ pairs+0(FP), CX
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), DI
	MOVQ scale+24(FP), R10
	MOVQ bias+32(FP), R11
	MOVQ y+40(FP), DX
	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1
loopw:
	VPMOVSXBW (DI), Z8
	VPMOVSXBW 32(DI), Z9
	VPDPWSSD.BCST (SI), Z8, Z0
	VPDPWSSD.BCST 4(SI), Z9, Z1
	ADDQ $8, SI
	ADDQ $64, DI
	SUBQ $2, CX
	JNZ  loopw
	VPADDD Z1, Z0, Z0
	VMOVUPS (R10), Z16
	VMOVUPS (R11), Z17
	OUT(Z0)
	VZEROUPPER
	RET
