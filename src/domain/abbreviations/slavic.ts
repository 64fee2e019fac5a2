import type { WrittenHabits } from "./habits.ts";

export const russian: WrittenHabits = {
  introducing: "г-н г-жа проф акад доц им ул пл просп пер д т.е т.к т.н т.наз напр см ср св гр тов ген полк",
  open: "табл тел т.д т.п др пр г гг в вв н.э руб коп тыс млн млрд трлн кв куб обл янв февр апр авг сент окт нояб дек",
  starters:
    "В Во На По За Из С К У О Об От До При Для Он Она Они Оно Это Этот Эта Эти Мы Я Вы Ты Но И А Как Так Когда Если Что Кто Где Тогда " +
    "Также Однако Среди После Перед Его Её Ее Их Все Всё Уже Там Тут Не Ни Мой Наш Ещё Еще Сегодня Вчера Почему Затем Потом",
};

export const ukrainian: WrittenHabits = {
  introducing: "п пан проф акад ім вул пл т.зв тобто напр див св ген",
  open: "стор табл тел т.д т.п та.ін ін р рр ст н.е грн коп тис млн млрд обл",
  starters:
    "У В На По За З Із До Від Для Він Вона Вони Воно Це Цей Ця Ці Ми Я Ви Ти Але І Й А Та Як Так Коли Якщо Що Хто Де Тоді Також Однак " +
    "Після Перед Його Її Їх Усе Все Вже Там Тут Не Сьогодні Вчора Чому Потім",
};

export const polish: WrittenHabits = {
  introducing: "ws dr prof inż mgr hab ks św ul al pl np tzn tzw m.in im ppłk płk gen ok por",
  open: "itd itp r w n.e p.n.e tys mln mld zł gr godz wyd",
  starters:
    "W We Na Po Z Ze Za Do Od Dla O To Ten Ta Te Ci On Ona Oni One Jest Nie Ale I A Jak Gdy Kiedy Jeśli Co Kto Gdzie Tak Już Przed Przez " +
    "Według Jego Jej Ich Wszystko Tam Tu Dziś Wczoraj Dlaczego Potem",
  ordinals: true,
};
